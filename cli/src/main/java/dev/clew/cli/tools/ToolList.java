package dev.clew.cli.tools;

import dev.clew.cli.commands.Exit;
import dev.clew.plans.tools.catalogue.Catalogue;
import dev.clew.plans.tools.catalogue.Effects;
import dev.clew.plans.tools.catalogue.Parameter;
import dev.clew.plans.tools.catalogue.Tool;
import dev.clew.rules.json.Json;
import dev.clew.rules.streams.StreamTable;

/** Prints what tools there are. */
final class ToolList {
    private final StreamTable streams;
    private final Catalogue catalogue;

    ToolList(StreamTable streams, Catalogue catalogue) {
        this.streams = streams;
        this.catalogue = catalogue;
    }

    int print(boolean asJson) {
        StringBuilder text = new StringBuilder();
        if (asJson) {
            text.append(json()).append('\n');
        } else {
            for (Tool tool : catalogue.tools()) {
                text.append(tool.signature());
                text.append(tool.effects() == Effects.NONE ? "" : ", changes something");
                text.append('\n');
                if (!tool.description().isEmpty()) {
                    text.append("    ").append(tool.description().lines().findFirst().orElse(""));
                    text.append('\n');
                }
            }
        }
        streams.userOutput().write(text.toString());
        return Exit.ANSWERED;
    }

    private String json() {
        Json json = new Json().openArray();
        for (Tool tool : catalogue.tools()) {
            json.open().key("name").text(tool.name());
            json.key("description").text(tool.description()).key("parameters").openArray();
            for (Parameter p : tool.parameters()) {
                json.open().key("name").text(p.name()).key("type").text(p.type().toString());
                json.key("required").truth(p.isRequired()).close();
            }
            json.closeArray().key("returns").text(tool.returns().toString());
            json.key("cost").raw(Double.toString(tool.cost()));
            json.key("effects").text(tool.effects().word());
            json.key("declared").text(tool.place()).close();
        }
        return json.closeArray().toString();
    }
}
