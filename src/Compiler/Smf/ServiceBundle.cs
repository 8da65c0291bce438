namespace ManifestLinker.Compiler.Smf;

/// <summary>A manifest or a profile, as far as it could be understood; what has no name is left out.</summary>
/// <param name="Type">What it says it is: <c>manifest</c>, <c>profile</c> or <c>archive</c>.</param>
/// <param name="Services">The services, those of bundles within it included.</param>
/// <param name="IncludesOthers">Whether it takes in other files, which are not followed.</param>
public sealed record ServiceBundle(string Type, IReadOnlyList<Service> Services, bool IncludesOthers);

/// <summary>What a service and an instance of one have alike.</summary>
/// <param name="Fmri">What it is called.</param>
/// <param name="Place">Where it is declared.</param>
public abstract record ServiceEntity(Fmri Fmri, XmlPlace Place)
{
    /// <summary>The instance that starts it; null where nothing is said, which means svc.startd for a service.</summary>
    public Fmri? Restarter { get; init; }

    /// <summary>What it depends on.</summary>
    public IReadOnlyList<Dependency> Dependencies { get; init; } = [];

    /// <summary>What it makes depend on itself.</summary>
    public IReadOnlyList<Dependent> Dependents { get; init; } = [];

    /// <summary>What is run.</summary>
    public IReadOnlyList<ExecMethod> Methods { get; init; } = [];

    /// <summary>On whose behalf methods are run that do not say so themselves; null where nothing is said.</summary>
    public MethodCredential? Credential { get; init; }
}

/// <summary>A service.</summary>
public sealed record Service(Fmri Fmri, XmlPlace Place) : ServiceEntity(Fmri, Place)
{
    /// <summary>Its instances, the default one included where the service asks for it.</summary>
    public IReadOnlyList<ServiceInstance> Instances { get; init; } = [];
}

/// <summary>An instance of a service, and whether it is started; null where nothing is said.</summary>
public sealed record ServiceInstance(Fmri Fmri, XmlPlace Place, bool? Enabled) : ServiceEntity(Fmri, Place);

/// <summary>What is run at an event, such as <c>start</c>.</summary>
/// <param name="Name">The event.</param>
/// <param name="Exec">The command, with tokens such as <c>%m</c> in it.</param>
/// <param name="Place">Where the command stands.</param>
/// <param name="Credential">On whose behalf; null where nothing is said.</param>
public sealed record ExecMethod(string Name, string Exec, XmlPlace Place, MethodCredential? Credential);

/// <summary>On whose behalf methods are run; what is not said is empty.</summary>
public sealed record MethodCredential(string User, string Group, string SupplementaryGroups, XmlPlace Place);

/// <summary>A group of services or files that something depends on.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Grouping">How those of the group count together.</param>
/// <param name="Type">What they are: <c>service</c> or <c>path</c>.</param>
/// <param name="Targets">What they are called, as it is written, and where.</param>
public sealed record Dependency(string Name, Grouping Grouping, string Type, IReadOnlyList<Target> Targets)
{
    /// <summary>Whether it is a group of services.</summary>
    public bool IsOnServices => Type is "service";

    /// <summary>Whether it is a group of files.</summary>
    public bool IsOnFiles => Type is "path";
}

/// <summary>A service that something makes depend on itself.</summary>
public sealed record Dependent(string Name, Grouping Grouping, Target Target);

/// <summary>A reference to a service or file, as it is written.</summary>
public sealed record Target(string Text, XmlPlace Place);

/// <summary>How the members of a dependency count together (smf(7)).</summary>
public enum Grouping
{
    /// <summary>None of these, which is a fault of structure.</summary>
    Unknown,

    /// <summary>All must be online.</summary>
    RequireAll,

    /// <summary>One must be online.</summary>
    RequireAny,

    /// <summary>All must be online, or unable to come online.</summary>
    OptionalAll,

    /// <summary>None may be online.</summary>
    ExcludeAll,
}
