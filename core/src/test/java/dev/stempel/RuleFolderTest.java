package dev.stempel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stempel.event.Purchase;
import dev.stempel.policy.Policies;
import dev.stempel.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However a folder is saved, what decides is a whole rule book that passed. */
class RuleFolderTest {

    private static final Policies POLICIES = Policies.of("High Street", "Europe/Amsterdam", "EUR");

    @TempDir
    private Path parent;

    private Path folder;
    private Programme programme;
    private RuleFolder live;
    private final List<Version> accepted = new ArrayList<>();
    private final List<Problem> warned = new ArrayList<>();
    private final List<Problem> refused = new ArrayList<>();

    private final RuleFolder.Listener listener = new RuleFolder.Listener() {
        @Override
        public void live(Version version) {
            accepted.add(version);
        }

        @Override
        public void warned(List<Problem> warnings) {
            warned.addAll(warnings);
        }

        @Override
        public void refused(List<Problem> problems) {
            refused.addAll(problems);
        }
    };

    @BeforeEach
    void aProgrammeFollowsAFolder() throws IOException {
        folder = Files.createDirectory(parent.resolve("rules"));
        save("welcome.drl", rule("welcome", 10));
        programme = Programme.of(RuleBook.load(folder), POLICIES);
        live = RuleFolder.of(programme, folder, listener);
    }

    private static String rule(String offer, int points) {
        return """
                rule "%1$s gives points"
                    @offer("%1$s")
                when
                    Purchase( paid > 0 )
                then
                    rewards.give( bonus( %2$d ) );
                end
                """.formatted(offer, points);
    }

    private void save(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }

    private long points() {
        var purchase =
                Purchase.of("p", "c-7", Instant.parse("2026-06-15T10:00:00Z")).line("tea", "drinks", 1, "5.00");
        return programme.preview(purchase).points();
    }

    private void settle() {
        live.look();
        live.look();
    }

    @Test
    void whatIsSavedDecides() throws IOException {
        save("welcome.drl", rule("welcome", 20));
        settle();
        assertThat(points()).isEqualTo(20);
        assertThat(accepted).singleElement().satisfies(version -> {
            assertThat(version.from()).isEqualTo(folder.toString());
            assertThat(version.rules()).isEqualTo(1);
        });
        assertThat(refused).isEmpty();
    }

    @Test
    void whatDecidesAndHasEndedIsWarnedOf() throws IOException {
        save("welcome.drl", rule("welcome", 20).replace("when", "    @valid( \"2020-01-01..2020-12-31\" )\nwhen"));
        settle();
        assertThat(accepted).hasSize(1);
        assertThat(warned)
                .extracting(Problem::toString)
                .anyMatch(one -> one.contains("welcome.drl:3:14: Warning: This offer ended on"));
        assertThat(programme.warnings()).isEqualTo(warned);
    }

    @Test
    void whatIsStillBeingSavedIsLeftAlone() throws IOException {
        save("welcome.drl", rule("welcome", 20).substring(0, 40));
        live.look();
        save("welcome.drl", rule("welcome", 20));
        live.look();
        assertThat(points()).isEqualTo(10);
        live.look();
        assertThat(points()).isEqualTo(20);
        assertThat(refused).isEmpty();
    }

    @Test
    void aHalfSavedFileIsToldOnceAndKeepsTheVersionThatServes() throws IOException {
        save("welcome.drl", rule("welcome", 20).substring(0, 60));
        settle();
        settle();
        assertThat(points()).isEqualTo(10);
        assertThat(refused).isNotEmpty().extracting(Problem::place).containsOnly("welcome.drl");
        int told = refused.size();
        settle();
        assertThat(refused).hasSize(told);
    }

    @Test
    void aFailingCaseIsToldAndKeepsTheVersionThatServes() throws IOException {
        save("welcome.cases.json", """
                {"offer":"welcome","cases":[
                 {"name":"a purchase", "when":{"type":"purchase","lines":[{"sku":"a","quantity":1,"unitPrice":"5"}]},
                  "rewards":[{"type":"points","amount":30}]},
                 {"name":"a survey", "when":{"type":"survey"}}]}
                """);
        save("welcome.drl", rule("welcome", 20));
        settle();
        assertThat(points()).isEqualTo(10);
        assertThat(refused).singleElement().asString().contains("welcome.cases.json", "amount 30 ≠   amount 20");
    }

    @Test
    void manyChangesAreOneVersion() throws IOException {
        for (int i = 0; i < 20; i++) {
            save("offer-" + i + ".drl", rule("offer-" + i, 1));
            live.look();
        }
        settle();
        assertThat(points()).isEqualTo(30);
        assertThat(accepted).hasSize(1);
    }

    @Test
    void anAtomicSaveIsAChangeLikeAnyOther() throws IOException {
        var half = folder.resolve("welcome.drl.tmp");
        Files.writeString(half, rule("welcome", 20));
        settle();
        assertThat(accepted).isEmpty();
        Files.move(half, folder.resolve("welcome.drl"), StandardCopyOption.ATOMIC_MOVE);
        settle();
        assertThat(points()).isEqualTo(20);
    }

    @Test
    void whatEditorsLeaveBehindIsNoRuleFile() throws IOException {
        for (var name : List.of(
                ".welcome.drl.swp",
                "welcome.drl~",
                "4913",
                ".#welcome.drl",
                "#welcome.drl#",
                "~$lcome.drl",
                "._a.drl",
                "welcome.drl___jb_tmp___",
                "welcome.drl.bak")) {
            save(name, "nothing of interest");
        }
        Files.createDirectory(folder.resolve(".git"));
        save(".git/welcome.drl", rule("git", 5));
        settle();
        assertThat(points()).isEqualTo(10);
        assertThat(accepted).isEmpty();
        assertThat(refused).isEmpty();
    }

    @Test
    void aFolderThatIsGoneAndComesBackIsFollowedOn() throws IOException {
        var away = parent.resolve("away");
        Files.move(folder, away);
        settle();
        assertThat(points()).isEqualTo(10);
        assertThat(refused).singleElement().asString().contains("cannot be read", " Maybe ");
        Files.createDirectory(folder);
        settle();
        assertThat(refused).last().asString().contains("holds no rule files");
        save("welcome.drl", rule("welcome", 20));
        settle();
        assertThat(points()).isEqualTo(20);
    }

    @Test
    void savingWhatWasThereBeforeBringsItBack() throws IOException {
        save("welcome.drl", rule("welcome", 20));
        settle();
        save("welcome.drl", rule("welcome", 10));
        settle();
        assertThat(points()).isEqualTo(10);
        assertThat(programme.versions()).hasSize(2);
    }

    @Test
    void aMissingChangedOrExtraPartDiffersFromTheManifest() throws IOException {
        save("second.drl", rule("second", 1));
        Manifest.write(folder);
        settle();
        assertThat(points()).isEqualTo(11);
        Files.delete(folder.resolve("second.drl"));
        save("welcome.drl", rule("welcome", 20));
        save("third.drl", rule("third", 3));
        settle();
        assertThat(points()).isEqualTo(11);
        assertThat(refused).hasSize(3).allMatch(problem -> problem.place().equals("manifest.json"));
        assertThat(refused.toString())
                .contains("\"second.drl\" is missing", "\"welcome.drl\" is another one", "\"third.drl\" is not in it");
        Manifest.write(folder);
        settle();
        assertThat(points()).isEqualTo(23);
    }

    @Test
    void itFollowsByItself() throws Exception {
        var told = new CountDownLatch(1);
        try (var following = RuleFolder.follow(programme, folder, new RuleFolder.Listener() {
            @Override
            public void live(Version version) {
                told.countDown();
            }

            @Override
            public void refused(List<Problem> problems) {
                throw new IllegalStateException("A listener that fails does not end it: " + problems);
            }
        })) {
            assertThat(following).isNotNull();
            save("welcome.drl", rule("welcome", 20));
            told.await();
        }
        assertThat(points()).isEqualTo(20);
    }
}
