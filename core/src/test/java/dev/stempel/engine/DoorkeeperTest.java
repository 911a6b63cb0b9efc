package dev.stempel.engine;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.drools.drl.ast.descr.AndDescr;
import org.drools.drl.ast.descr.AttributeDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The doorkeeper alone: the check has seen none of this. Where it holds, the engine never begins to read. */
class DoorkeeperTest {

    private static void isRefused(PackageDescr rules) {
        assertThatThrownBy(() -> Doorkeeper.admit(rules, Raw.FACTS))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("got past the check");
    }

    private static PackageDescr condition(String type, String variable, String text) {
        var pattern = new PatternDescr(type, variable);
        pattern.addConstraint(new ExprConstraintDescr(text));
        var rule = new RuleDescr("r");
        var when = new AndDescr();
        when.addDescr(pattern);
        rule.setLhs(when);
        rule.setConsequence("");
        rule.addAttribute(new AttributeDescr("dialect", "mvel"));
        var rules = new PackageDescr("hostile");
        rules.addRule(rule);
        return rules;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "store in ( \"north\", \"south\" ) && netOfDiscounts >= 20.50",
                "( store not in ( \"north\" ) ) || ( paidUnits * 2 > units - 1 )",
                "!( coupons contains \"\\u0022; System.exit( 1 ); \\u0022\" )",
                "$net : netOfDiscounts",
                "points >= $net && times( \"review\" ) == 2",
                "attributes[\"with\"] == \"friend\" && store != null"
            })
    void comparisonsOfFactsMayPass(String text) {
        assertThatCode(() -> Doorkeeper.admit(condition("Purchase", "$p", text), Raw.FACTS))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Runtime.getRuntime().availableProcessors() > 0",
                "System.getProperty(\"user.home\") != null",
                "sku.getClass().forName(\"java.lang.Runtime\") != null",
                "\"\".getClass().getClassLoader() != null",
                "Thread.currentThread() != null",
                "this.getClass() != null",
                "store.class.name == \"x\"",
                "class != null",
                "new java.io.File(\"x\").createNewFile()",
                "Class.forName(\"x\") != null",
                "Sys\\u0074em.exit( 1 ) == null",
                "System/**/.exit( 1 ) == null",
                "store = \"x\"",
                "store == \"a\\\" + System.exit( 1 ) + \\\"\"",
                "store == 'x'",
                "store == \"a\nb\"",
                "store matches \"(a+)+\"",
                "store soundslike \"x\"",
                "store str[startsWith] \"x\"",
                "{ store } != null",
                "[ store ] != null",
                "units > 1; System.exit( 1 )",
                "true ? store : channel",
                "store#Integer.size > 1",
                "store!.length > 1",
                "units > 1 // a",
                "@{ store } != null",
                "( $ in lines if $ != null )",
                "$a : store, $b : channel",
                "drools.halt() == null",
                "kcontext != null",
                "eval( true )",
                "store == `x`",
                "goods -> 1"
            })
    void anythingElseInAConditionIsRefused(String text) {
        isRefused(condition("Purchase", "$p", text));
    }

    @Test
    void factsAndTheirNamesAreNothingElse() {
        isRefused(condition("java.lang.Runtime", "$p", "units > 1"));
        isRefused(condition("Object", "$p", "units > 1"));
        isRefused(condition("Purchase", "$p : System.exit( 1 )", "units > 1"));
        isRefused(condition("Purchase", "drools", "units > 1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Line() from Runtime.getRuntime()",
                "Line() from entry-point \"a\"",
                "Line() over window:length( 3 )",
                "eval( Runtime.getRuntime().halt( 0 ) )",
                "accumulate( Line( $u : unitPrice ); $s : sum( $u ) )",
                "forall( Line( unitPrice > 1 ) )",
                "Line() or Line( unitPrice > 1 )",
                "not( Line() and Line() )",
                "Line( \"a\"; )",
                "$l := Line()",
                "Line( unitPrice > 1 ) @watch( * )",
                "/lines[ unitPrice > 1 ]",
                "?some( 1; )"
            })
    void partsOfConditionsThatAreNoPatternsAreRefused(String when) throws Exception {
        isRefused(Raw.rule(when, ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Runtime.getRuntime().exec( \"touch x\" );",
                "\"\".getClass().getClassLoader();",
                "insert( 1 );",
                "then[ other ] System.exit( 1 );",
                "drools.halt();"
            })
    void whateverIsSaidInTheEnginesWordsIsRefused(String then) throws Exception {
        isRefused(Raw.rule("Line()", then));
        isRefused(Raw.javaRule("Line()", then));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "import java.lang.Runtime",
                "import function java.lang.System.exit",
                "import static java.lang.System.exit",
                "import accumulate java.lang.Runtime sum2",
                "global java.lang.Runtime runtime",
                "function void f() { System.exit( 1 ); }",
                "query q() Line() end",
                "declare Fact a : int end",
                "declare enum E A(1); a : int end",
                "declare window W Line() over window:length( 3 ) end",
                "declare entry-point \"a\" end",
                "dialect \"java\"",
                "rule \"a\" dialect \"mvel\" salience ( System.exit( 1 ) ) when then end",
                "rule \"a\" dialect \"mvel\" enabled ( System.exit( 1 ) ) when then end",
                "rule \"a\" dialect \"mvel\" timer ( expr: System.exit( 1 ) ) when then end",
                "rule \"a\" dialect \"mvel\" no-loop when then end",
                "rule \"a\" extends \"b\" dialect \"mvel\" when then end",
                "rule \"a\" @Propagation( IMMEDIATE ) dialect \"mvel\" when then end",
                "rule \"a\" dialect \"java\" when then end",
                "rule \"a\" when then end"
            })
    void whateverElseAFileCanHoldIsRefused(String text) throws Exception {
        isRefused(Raw.file(text));
    }

    @Test
    void anEmptyRuleMayPass() throws Exception {
        var rules = Raw.rule("$l : Line( unitPrice > 1 ) not Line( sku == $l.sku )", "");
        assertThatCode(() -> Doorkeeper.admit(rules, Raw.FACTS)).doesNotThrowAnyException();
    }
}
