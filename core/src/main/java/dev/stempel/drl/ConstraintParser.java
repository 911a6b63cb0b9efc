package dev.stempel.drl;

import dev.stempel.drl.Rule.Constraint;
import dev.stempel.drl.Token.Kind;
import dev.stempel.drl.Tokens.Lost;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads what is asked of one fact: the conditions between its brackets. One that cannot be read is told and passed over,
 * so that those after it are told in the same run.
 */
final class ConstraintParser {

    private static final int MOST = 50;

    private final Tokens tokens;
    private final Problems problems;
    private final NamingParser naming;
    private boolean whole = true;

    ConstraintParser(Tokens tokens, NamingParser naming) {
        this.tokens = tokens;
        this.problems = tokens.problems();
        this.naming = naming;
    }

    /** True when all of them could be read. */
    boolean whole() {
        return whole;
    }

    /** The conditions on a fact, up to the bracket that closes them. */
    List<Constraint> read() {
        var constraints = new ArrayList<Constraint>();
        if (tokens.take(")")) {
            return constraints;
        }
        do {
            add(constraints);
        } while (another());
        return constraints;
    }

    private void add(List<Constraint> constraints) {
        try {
            var first = tokens.peek().span();
            var variable = naming.read();
            var expression = ExpressionParser.ofCondition(tokens).condition();
            if (constraints.size() == MOST) {
                throw tokens.lost(first, "expression.long");
            }
            constraints.add(
                    new Constraint(variable, expression, first.to(tokens.last().span())));
        } catch (Lost e) {
            whole = false;
            skip();
        }
    }

    /** True when another condition follows; otherwise the end of them has been read. */
    private boolean another() {
        if (tokens.take(",")) {
            return afterComma();
        }
        if (tokens.take(")")) {
            return false;
        }
        boolean next = !tokens.peek().startsLine()
                && (tokens.at(Kind.NAME) || tokens.at(Kind.VARIABLE))
                && !tokens.atStructure()
                && !tokens.at("rewards");
        if (!next) {
            end();
            return false;
        }
        problems.tell(tokens.last().span().after(), "comma.missing");
        return true;
    }

    private boolean afterComma() {
        while (tokens.at(",")) {
            problems.tell(tokens.next().span(), "comma.extra");
        }
        if (!tokens.at(")")) {
            return true;
        }
        problems.tell(tokens.last().span(), "comma.extra");
        tokens.next();
        return false;
    }

    private void end() {
        var token = tokens.peek();
        if (token.startsLine() || tokens.atEnd()) {
            problems.tell(tokens.last().span().after(), "bracket.closing");
            return;
        }
        whole = false;
        problems.tell(token.span(), "condition.not", token.text());
        tokens.skipBrackets();
    }

    /** To the comma or bracket after a condition that could not be read. */
    private void skip() {
        int depth = 0;
        while (!tokens.atStructure() && !(tokens.peek().startsLine() && tokens.atPattern())) {
            if (depth == 0 && (tokens.at(",") || tokens.at(")") || tokens.at(";"))) {
                return;
            }
            depth += tokens.at("(") ? 1 : tokens.at(")") ? -1 : 0;
            tokens.next();
        }
    }
}
