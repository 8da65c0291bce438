using ManifestLinker.Compiler.Diagnostics;

namespace ManifestLinker.Compiler.Import.Ips;

/// <summary>An action of a package manifest: its name, what stands after it without a name, and the attributes, which may stand there more than once.</summary>
internal sealed record IpsAction(LogicalLine Line, string Name, string? Payload, IReadOnlyList<IpsAttribute> Attributes)
{
    /// <summary>The actions that deliver an object at a path.</summary>
    public static readonly IReadOnlyList<string> Delivering = ["dir", "file", "hardlink", "link"];

    /// <summary>The actions of pkg(7) that deliver none.</summary>
    public static readonly IReadOnlyList<string> Silent = ["depend", "driver", "group", "legacy", "license", "set", "signature", "user"];

    /// <summary>Whether it delivers an object.</summary>
    public bool Delivers => Delivering.Contains(Name, StringComparer.Ordinal);

    /// <summary>Where its name stands.</summary>
    public Location Location => Line.At(0, Name.Length);

    /// <summary>The values of <paramref name="name"/>, in their order.</summary>
    public IEnumerable<string> All(string name) => Attributes.Where(attribute => attribute.Name.Equals(name, StringComparison.Ordinal)).Select(attribute => attribute.Value);

    /// <summary>The last value of <paramref name="name"/>; null where there is none.</summary>
    public string? Value(string name) => All(name).LastOrDefault();

    /// <summary>Where <paramref name="name"/> stands; where it does not, the action's name.</summary>
    public Location PlaceOf(string name)
    {
        foreach (IpsAttribute attribute in Attributes)
        {
            if (attribute.Name.Equals(name, StringComparison.Ordinal)) return Line.At(attribute.Start, attribute.Length);
        }
        return Location;
    }

    /// <summary>This action with these values of <paramref name="name"/>; none takes the attribute away.</summary>
    public IpsAction With(string name, IEnumerable<string> values)
    {
        IpsAttribute? before = Attributes.Where(attribute => attribute.Name.Equals(name, StringComparison.Ordinal)).Cast<IpsAttribute?>().FirstOrDefault();
        (int start, int length) = before is { } known ? (known.Start, known.Length) : (0, Name.Length);
        return this with
        {
            Attributes =
            [
                .. Attributes.Where(attribute => !attribute.Name.Equals(name, StringComparison.Ordinal)),
                .. values.Select(value => new IpsAttribute(name, value, start, length)),
            ],
        };
    }
}
