package dev.stempel.guide;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.EntityTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.doctree.TextTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** What the sources of Stempel say about its types, read by the compiler. */
final class Javadoc {

    private static final Path SOURCES = Path.of("../core/src/main/java");

    private final Map<String, String> texts = new HashMap<>();

    private Javadoc() {}

    /** The comments of these packages, and of the packages below them. */
    static Javadoc of(String... packages) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var read = new Javadoc();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var sources = files.getJavaFileObjectsFromPaths(sources(packages));
            var task = (JavacTask) compiler.getTask(null, files, null, List.of("-proc:none"), null, sources);
            var trees = DocTrees.instance(task);
            for (var unit : task.parse()) {
                read.new Reader(trees, unit.getPackageName() + "").scan(unit, null);
            }
        }
        return read;
    }

    private static List<Path> sources(String... packages) throws IOException {
        var found = new ArrayList<Path>();
        for (var one : packages) {
            try (var files = Files.list(SOURCES.resolve(one.replace('.', '/')))) {
                files.filter(file -> file.toString().endsWith(".java")).sorted().forEach(found::add);
            }
        }
        return found;
    }

    /** The first sentence about a type. */
    Optional<String> of(Class<?> type) {
        return text(type.getCanonicalName());
    }

    /** The first sentence about a method, or what the type says about the component it reads. */
    Optional<String> of(Method method) {
        var type = method.getDeclaringClass();
        return of(type, method.getName() + method.getParameterCount())
                .or(() -> method.getParameterCount() == 0 ? component(type, method.getName()) : Optional.empty());
    }

    /** What a type, or one it implements, says about one of its components or constants. */
    Optional<String> component(Class<?> type, String name) {
        return of(type, name).or(() -> of(type, name + "0"));
    }

    private Optional<String> of(Class<?> type, String member) {
        var own = text(type.getCanonicalName() + "#" + member);
        for (var up : type.getInterfaces()) {
            own = own.or(() -> of(up, member));
        }
        return own;
    }

    private Optional<String> text(@Nullable String name) {
        return Optional.ofNullable(texts.get(name)).filter(text -> !text.isBlank());
    }

    /** Keeps the comments of one file. */
    private final class Reader extends TreePathScanner<Void, Void> {

        private final DocTrees trees;
        private String type;

        Reader(DocTrees trees, String in) {
            this.trees = trees;
            this.type = in;
        }

        @Override
        public Void visitClass(ClassTree tree, Void nothing) {
            var outer = type;
            type = outer + "." + tree.getSimpleName();
            var comment = trees.getDocCommentTree(getCurrentPath());
            if (comment != null) {
                keep(type, comment);
                comment.getBlockTags().forEach(this::keepComponent);
            }
            super.visitClass(tree, nothing);
            type = outer;
            return null;
        }

        private void keepComponent(DocTree tag) {
            if (tag instanceof ParamTree component) {
                texts.put(type + "#" + component.getName(), sentence(plain(component.getDescription())));
            }
        }

        @Override
        public @Nullable Void visitMethod(MethodTree tree, Void nothing) {
            keep(type + "#" + tree.getName() + tree.getParameters().size(), trees.getDocCommentTree(getCurrentPath()));
            return null;
        }

        @Override
        public @Nullable Void visitVariable(VariableTree tree, Void nothing) {
            keep(type + "#" + tree.getName(), trees.getDocCommentTree(getCurrentPath()));
            return null;
        }

        private void keep(String name, @Nullable DocCommentTree comment) {
            if (comment != null) {
                texts.putIfAbsent(name, plain(comment.getFirstSentence()));
            }
        }
    }

    /** The text without markup, names of things in backquotes. */
    private static String plain(List<? extends DocTree> parts) {
        return parts.stream()
                .map(Javadoc::plain)
                .collect(Collectors.joining())
                .replaceAll("\\s+", " ")
                .strip();
    }

    /** A text as a sentence: what is said about components begins with a small letter and ends without a point. */
    private static String sentence(String text) {
        boolean ends = text.isEmpty() || ".…".indexOf(text.charAt(text.length() - 1)) >= 0;
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1) + (ends ? "" : ".");
    }

    private static String plain(DocTree part) {
        if (part instanceof TextTree text) {
            return text.getBody();
        } else if (part instanceof LiteralTree literal) {
            return "`" + literal.getBody().getBody() + "`";
        } else if (part instanceof EntityTree) {
            return part.toString();
        } else if (part instanceof LinkTree link) {
            var label = plain(link.getLabel());
            var name = link.getReference().getSignature().replaceAll("^.*[.#]|\\(.*$", "");
            return label.isEmpty() ? "`" + name + "`" : label;
        }
        return "";
    }
}
