package dev.clew.rules.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.rules.machine.Database;
import dev.clew.rules.machine.Documentation;
import dev.clew.rules.machine.Documentation.Entry;
import dev.clew.rules.machine.Predicate;
import dev.clew.rules.terms.Functor;

import org.junit.jupiter.api.Test;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

class DocumentationTest {
    private final Database db = ExamplesTest.database();
    private final Documentation documentation = new Documentation(db.library());

    private Set<Functor> builtins() {
        Set<Functor> all = new HashSet<>();
        for (Predicate p : db.system().predicates()) {
            if (p.isBuiltin() && !p.functor().name().name().startsWith("$")) {
                all.add(p.functor());
            }
        }
        return all;
    }

    @Test
    void everyBuiltinIsDescribedOnce() {
        assertThat(builtins())
                .allSatisfy(
                        f -> assertThat(about(f, "documentation/")).as(f.toString()).hasSize(1));
    }

    @Test
    void everyPredicateOfALibraryIsDescribed() {
        assertThat(db.library().index())
                .allSatisfy(
                        (f, home) -> assertThat(about(f, "")).as("%s of %s", f, home).isNotEmpty());
    }

    @Test
    void everyDescriptionIsAboutAPredicate() {
        Set<Functor> known = builtins();
        assertThat(documentation.entries())
                .filteredOn(e -> e.home().startsWith("documentation/"))
                .allSatisfy(e -> assertThat(known).as(e.head()).anyMatch(e::covers));
    }

    @Test
    void everyDescriptionSaysSomething() {
        assertThat(documentation.entries())
                .allSatisfy(e -> assertThat(e.text()).as(e.head()).isNotEmpty());
    }

    private List<Entry> about(Functor f, String home) {
        return documentation.find(f.name().name(), f.arity()).stream()
                .filter(e -> e.home().startsWith(home))
                .toList();
    }

    @Test
    void findsByName() {
        assertThat(documentation.find("append")).extracting(Entry::arity).contains(1, 2, 3);
        assertThat(documentation.find("no_such_predicate")).isEmpty();
    }

    @Test
    void knowsOperatorsAndNonterminals() {
        assertThat(documentation.find("=..", 2)).hasSize(1);
        assertThat(documentation.find("\\+", 1)).hasSize(1);
        assertThat(documentation.find("csv", 3)).hasSize(1);
        assertThat(documentation.find("call", 5)).hasSize(1);
    }

    @Test
    void separatesDeterminismFromTheCall() {
        Entry is = documentation.find("is", 2).getFirst();
        assertThat(is.head()).isEqualTo("-Result is +Expression");
        assertThat(is.determinism()).isEqualTo("det");
    }

    @Test
    void pagesNameTheLibrary() {
        assertThat(documentation.find("append", 3).getFirst().page())
                .startsWith("append(?List1, ?List2, ?List1AndList2)")
                .contains("[library(lists)]");
    }
}
