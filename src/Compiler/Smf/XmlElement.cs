namespace ManifestLinker.Compiler.Smf;

/// <summary>An element of an XML file, with the place of everything in it.</summary>
/// <param name="Name">The name as it is written, prefix and all.</param>
/// <param name="Place">Where it opens.</param>
public sealed record XmlElement(string Name, XmlPlace Place)
{
    /// <summary>The attributes, in the order in which they are written.</summary>
    public List<AttributeText> Attributes { get; } = [];

    /// <summary>The elements within, in order.</summary>
    public List<XmlElement> Children { get; } = [];

    /// <summary>Where the first text stands that is more than blanks; null where there is none.</summary>
    public XmlPlace? Text { get; set; }

    /// <summary>The attribute called <paramref name="name"/>; null where there is none.</summary>
    public AttributeText? Attribute(string name) => Attributes.Find(attribute => attribute.Name.Equals(name, StringComparison.Ordinal));

    /// <summary>The value of the attribute called <paramref name="name"/>; empty where there is none.</summary>
    public string Value(string name) => Attribute(name)?.Value ?? "";

    /// <summary>The elements within that are called <paramref name="name"/>.</summary>
    public IEnumerable<XmlElement> All(string name) => Children.Where(child => child.Name.Equals(name, StringComparison.Ordinal));
}

/// <summary>An attribute of an element, and where its name stands.</summary>
public sealed record AttributeText(string Name, string Value, XmlPlace Place);
