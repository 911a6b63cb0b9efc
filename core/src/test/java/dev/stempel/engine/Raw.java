package dev.stempel.engine;

import dev.stempel.check.FactTypes;
import java.util.List;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsParserException;

/** Rules as the engine's own parser reads them, with nothing of ours before it. */
final class Raw {

    static final List<Class<?>> FACTS = List.copyOf(new FactTypes(List.of()).all());

    private Raw() {}

    static PackageDescr rule(String when, String then) throws DroolsParserException {
        return file("rule \"r\" dialect \"mvel\" when\n" + when + "\nthen " + then + "\nend");
    }

    static PackageDescr javaRule(String when, String then) throws DroolsParserException {
        return file("rule \"r\" when\n" + when + "\nthen\n" + then + "\nend");
    }

    static PackageDescr file(String text) throws DroolsParserException {
        return new DrlParser().parse(false, "package hostile\nimport dev.stempel.event.Line\n" + text);
    }
}
