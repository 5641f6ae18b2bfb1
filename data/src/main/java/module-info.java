/** Facts from files and databases as predicates. */
module dev.clew.data {
    requires static org.jspecify;
    requires transitive dev.clew.rules;
    requires transitive java.sql;

    exports dev.clew.data;

    uses java.sql.Driver;

    provides dev.clew.rules.sources.SourceKind with
            dev.clew.data.declarations.Kinds.CsvKind,
            dev.clew.data.declarations.Kinds.JsonLinesKind,
            dev.clew.data.declarations.Kinds.DatabaseKind;
}
