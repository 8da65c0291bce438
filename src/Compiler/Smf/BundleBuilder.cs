namespace ManifestLinker.Compiler.Smf;

/// <summary>Makes a bundle of its elements. What is marked to be deleted is not there, and what has no name is left out.</summary>
internal static class BundleBuilder
{
    /// <summary>The bundle that <paramref name="root"/> is.</summary>
    public static ServiceBundle Build(XmlElement root)
    {
        XmlElement[] bundles = [.. Bundles(root)];
        return new(
            root.Value("type"),
            [.. bundles.SelectMany(bundle => bundle.All("service")).Where(HasName).Select(Service)],
            bundles.Any(bundle => bundle.All("xi:include").Any()));
    }

    private static IEnumerable<XmlElement> Bundles(XmlElement root) => root.All("service_bundle").SelectMany(Bundles).Prepend(root);

    private static Service Service(XmlElement element)
    {
        var fmri = new Fmri(element.Value("name"), null);
        ServiceInstance[] implied =
        [
            .. element.All("create_default_instance").Select(made => new ServiceInstance(fmri with { Instance = "default" }, made.Place, Flag(made, "enabled"))),
        ];
        return With(new Service(fmri, element.Place), element) with
        {
            Instances = [.. implied, .. element.All("instance").Where(HasName).Select(instance => Instance(fmri, instance))],
        };
    }

    private static ServiceInstance Instance(Fmri service, XmlElement element) =>
        With(new ServiceInstance(service with { Instance = element.Value("name") }, element.Place, Flag(element, "enabled")), element);

    private static TEntity With<TEntity>(TEntity entity, XmlElement element)
        where TEntity : ServiceEntity => (TEntity)(entity with
        {
            Restarter = element.All("restarter").SelectMany(Targets).Select(target => Fmri.Parse(target.Text)).FirstOrDefault(),
            Dependencies = [.. Kept(element, "dependency").Select(Dependency)],
            Dependents = [.. Kept(element, "dependent").SelectMany(dependent => Targets(dependent).Select(target => new Dependent(dependent.Value("name"), GroupingOf(dependent), target)))],
            Methods = [.. Kept(element, "exec_method").Select(Method)],
            Credential = Credential(element),
        });

    private static Dependency Dependency(XmlElement element) =>
        new(element.Value("name"), GroupingOf(element), element.Value("type"), [.. Targets(element)]);

    private static ExecMethod Method(XmlElement element)
    {
        AttributeText? exec = element.Attribute("exec");
        return new(element.Value("name"), exec?.Value ?? "", exec?.Place ?? element.Place, Credential(element));
    }

    private static MethodCredential? Credential(XmlElement element) => element.All("method_context")
        .SelectMany(context => context.All("method_credential"))
        .Select(own => new MethodCredential(own.Value("user"), own.Value("group"), own.Value("supp_groups"), own.Place))
        .FirstOrDefault();

    private static IEnumerable<Target> Targets(XmlElement element) => element.All("service_fmri")
        .Where(fmri => fmri.Attribute("value") is not null)
        .Select(fmri => new Target(fmri.Value("value").Trim(), fmri.Place));

    private static IEnumerable<XmlElement> Kept(XmlElement element, string name) => element.All(name).Where(child => Flag(child, "delete") is not true);

    private static bool HasName(XmlElement element) => element.Value("name").Length > 0;

    private static bool? Flag(XmlElement element, string name) => element.Value(name) switch
    {
        "true" => true,
        "false" => false,
        _ => null,
    };

    private static Grouping GroupingOf(XmlElement element) => element.Value("grouping") switch
    {
        "require_all" => Grouping.RequireAll,
        "require_any" => Grouping.RequireAny,
        "optional_all" => Grouping.OptionalAll,
        "exclude_all" => Grouping.ExcludeAll,
        _ => Grouping.Unknown,
    };
}
