using ManifestLinker.Compiler.Bytes;

namespace ManifestLinker.Compiler.Smf;

/// <summary>Reads manifests and profiles of the service management facility. Any bytes can be read, in bounded time and memory.</summary>
public static class BundleReader
{
    private static readonly XmlPlace Start = new(1, 1);

    /// <summary>
    /// The bundle in <paramref name="content"/>, which is imported as a manifest or applied as a profile. What keeps svccfg from doing so
    /// is a fault (lxml_get_bundle_file in usr/src/cmd/svc/svccfg/svccfg_xml.c).
    /// </summary>
    public static BundleReading Read(ByteSource content, bool isProfile)
    {
        if (content.Length > XmlDocument.LargestFile) return Broken(new(Start, "the file is larger than 16 MiB, and is not read"));
        (string text, XmlFault? wrongBytes) = XmlText.Decode(content.ToArray());
        if (wrongBytes is { } bytes) return Broken(bytes);
        (XmlElement? root, XmlFault? wrongForm) = XmlDocument.Read(text);
        if (root is null) return Broken(wrongForm ?? new(Start, "the text has no element"));
        if (root.Name is not "service_bundle")
            return Broken(new(root.Place, $"the outermost element is '{Printable.Short(root.Name)}', where 'service_bundle' is wanted"));
        ServiceBundle bundle = BundleBuilder.Build(root);
        return new(bundle, [.. OfBundle(text, root, isProfile), .. StructureCheck.Of(root, isProfile)]);
    }

    private static IEnumerable<XmlFault> OfBundle(string text, XmlElement root, bool isProfile)
    {
        Doctype? doctype = Doctype.Find(text);
        if (doctype is null)
            yield return new(root.Place, "there is no document type declaration before the first element");
        else if (!doctype.SystemId.Equals(Doctype.ServiceBundle, StringComparison.Ordinal))
            yield return new(root.Place, $"the document type is '{Printable.Short(doctype.SystemId)}', where '{Doctype.ServiceBundle}' is wanted");
        string wanted = isProfile ? "profile" : "manifest";
        if (root.Attribute("type") is { } type && !type.Value.Equals(wanted, StringComparison.Ordinal))
            yield return new(type.Place, $"the type of the bundle is '{Printable.Short(type.Value)}', where '{wanted}' is wanted");
        if (root.Attribute("name") is { Value: "" } name)
            yield return new(name.Place, "the name of the bundle is empty");
    }

    private static BundleReading Broken(XmlFault fault) => new(null, [fault]);
}
