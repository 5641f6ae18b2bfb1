/** Published claims, reproduced. */
module dev.clew.studies {
    requires static org.jspecify;
    requires dev.clew.plans;

    exports dev.clew.studies;
}
