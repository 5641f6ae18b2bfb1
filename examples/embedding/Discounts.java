import dev.clew.rules.Engine;
import dev.clew.rules.Predicate;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

// A shop whose discounts are rules. From the root of the repository, after mvn -Dquickly package:
//
//   java --class-path rules/target/clew-rules-0.1.0-SNAPSHOT.jar examples/embedding/Discounts.java
//
// It prints:
//
//   ann pays 3960 cents: 5% REGULAR, 10% Bulk[item=tea]
//   ann pays 1520 cents: 5% REGULAR
//   joe pays 255 cents: 15% WELCOME
//   joe pays 300 cents: no discount

record Line(String item, int count) {}

record Order(String customer, List<Line> lines) {}

record Customer(String name, int since) {}

/** Why there is a discount: what discount/3 gives as its second argument. */
sealed interface Reason permits Plain, Bulk {}

enum Plain implements Reason {
    REGULAR,
    WELCOME
}

record Bulk(String item) implements Reason {}

record Granted(Reason reason, int percent) {}

/** What the rules ask of the shop. */
static class Shop {
    private final Map<String, Integer> prices = Map.of("tea", 300, "cup", 800);

    @Predicate("price/2")
    Optional<Integer> price(String item) {
        return Optional.ofNullable(prices.get(item));
    }

    @Predicate("this_year/1")
    int thisYear() {
        return 2026;
    }
}

void main() {
    Engine engine = Engine.create();
    engine.register(new Shop());
    engine.load(Path.of("examples/embedding/discounts.pl"));
    engine.add(new Customer("ann", 2020));

    show(engine, new Order("ann", List.of(new Line("tea", 12), new Line("cup", 1))));
    show(engine, new Order("ann", List.of(new Line("cup", 2))));
    show(engine, new Order("joe", List.of(new Line("tea", 1))));

    // Joe has become a customer; whoever asks from now on sees it.
    engine.add(new Customer("joe", 2026));
    show(engine, new Order("joe", List.of(new Line("tea", 1))));
}

static void show(Engine engine, Order order) {
    String granted =
            engine.ask("discount(?, Reason, Percent)", order)
                    .as(Granted.class)
                    .map(g -> g.percent() + "% " + g.reason())
                    .collect(Collectors.joining(", "));
    int total = engine.ask("total(?, Cents)", order).as(Integer.class).findFirst().orElseThrow();
    String why = granted.isEmpty() ? "no discount" : granted;
    IO.println(order.customer() + " pays " + total + " cents: " + why);
}
