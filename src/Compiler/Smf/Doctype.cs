namespace ManifestLinker.Compiler.Smf;

/// <summary>
/// The document type declaration of an XML file, which the reader of XML passes over: it would have to fetch what is named there.
/// </summary>
/// <param name="SystemId">The file that it names; empty where it names none.</param>
/// <param name="DeclaresEntities">Whether it declares entities of its own.</param>
internal sealed record Doctype(string SystemId, bool DeclaresEntities)
{
    /// <summary>
    /// The one that svccfg demands by its path, whatever the file is (<c>MANIFEST_DTD_PATH</c>, lxml_is_known_dtd in
    /// usr/src/cmd/svc/svccfg/svccfg_xml.c).
    /// </summary>
    public const string ServiceBundle = "/usr/share/lib/xml/dtd/service_bundle.dtd.1";

    private const string Opening = "<!DOCTYPE";

    /// <summary>The declaration in <paramref name="text"/>; null where there is none before the first element.</summary>
    public static Doctype? Find(string text)
    {
        for (int at = 0; (at = text.IndexOf('<', at)) >= 0;)
        {
            string? end = text[at..Math.Min(text.Length, at + 4)] switch
            {
                "<!--" => "-->",
                ['<', '?', ..] => "?>",
                _ => null,
            };
            if (end is null) return text.AsSpan(at).StartsWith(Opening, StringComparison.Ordinal) ? Read(text, at + Opening.Length) : null;
            at = text.IndexOf(end, at, StringComparison.Ordinal);
            if (at < 0) return null;
        }
        return null;
    }

    // Only well-formed text is asked about, so that quotes and brackets are in order.
    private static Doctype Read(string text, int start)
    {
        int subset = text.IndexOf('[', start);
        int end = text.IndexOf('>', start);
        if (end < 0) end = text.Length;
        bool hasSubset = subset >= 0 && subset < end;
        string[] quoted = text[start..(hasSubset ? subset : end)].Split('"', '\'');
        int last = quoted.Length - 2;
        bool entities = hasSubset && text.AsSpan(subset, Math.Max(0, text.IndexOf(']', subset) - subset))
            .Contains("<!ENTITY", StringComparison.Ordinal);
        return new Doctype(last > 0 ? quoted[last] : "", entities);
    }
}
