using ManifestLinker.Compiler.Audit;
using ManifestLinker.Compiler.SystemTables;

namespace ManifestLinker.Compiler.Rules.Drivers;

/// <summary>The tables of an image that speak of drivers, each read once; null where the image has none.</summary>
internal sealed class DriverTables
{
    private readonly HashSet<string>? numbered;
    private readonly HashSet<string> aliases;

    /// <summary>The tables of <paramref name="image"/>.</summary>
    public DriverTables(AuditedImage image)
    {
        Image = image;
        Modules = new KernelModules(image);
        Aliases = DeliveredTable<DriverAlias>.Find(image, "etc/driver_aliases", DriverAliases.Read);
        Majors = DeliveredTable<NumberedName>.Find(image, "etc/name_to_major", BindingTable.Read);
        numbered = Majors?.Rows.Select(row => row.Name).ToHashSet(StringComparer.Ordinal);
        aliases = Aliases?.Rows.Select(row => row.Alias).ToHashSet(StringComparer.Ordinal) ?? [];
    }

    /// <summary>The image.</summary>
    public AuditedImage Image { get; }

    /// <summary>The modules of its kernel.</summary>
    public KernelModules Modules { get; }

    /// <summary>etc/driver_aliases.</summary>
    public DeliveredTable<DriverAlias>? Aliases { get; }

    /// <summary>etc/name_to_major.</summary>
    public DeliveredTable<NumberedName>? Majors { get; }

    /// <summary>The aliases that the kernel binds: those of drivers with a major number. It passes over the others.</summary>
    public IEnumerable<DriverAlias> Bound => Aliases?.Rows.Where(row => HasMajor(row.Driver)) ?? [];

    /// <summary>Whether the driver <paramref name="name"/> has a major number, as far as is known.</summary>
    public bool HasMajor(string name) => numbered is null || numbered.Contains(name);

    /// <summary>Whether <paramref name="name"/> is the name of a driver with a major number; false where no table says so.</summary>
    public bool IsDriver(string name) => numbered is not null && numbered.Contains(name);

    /// <summary>Whether the kernel finds a driver by <paramref name="name"/>, which is its own or an alias.</summary>
    public bool IsBound(string name) => HasMajor(name) || aliases.Contains(name);
}
