using ManifestLinker.Linker.Iso.Format;

namespace ManifestLinker.Linker.Iso;

/// <summary>Divides the text of a symbolic link into entries. An empty component is what stands between two slashes.</summary>
internal static class LinkEntries
{
    private const int LongestName = 240;

    // An entry has at most 255 bytes, and five before its components. A few are kept free: at the end a component may become a name.
    private const int MostBytes = 246;

    /// <summary>
    /// The entries for <paramref name="target"/>, which is not empty. No entry ends with a whole component: whether a slash belongs between that and the next
    /// entry's first, readers do not agree about. So the last one of an entry goes on in the next with nothing.
    /// </summary>
    public static IEnumerable<byte[]> Of(byte[] target)
    {
        var held = new List<LinkComponent>();
        foreach (LinkComponent component in Components(target))
        {
            if (held.Sum(BytesOf) + BytesOf(component) > MostBytes)
            {
                bool isWhole = (held[^1].Flags & LinkComponent.Continues) == 0;
                held[^1] = held[^1].Continued();
                yield return Entry(LinkComponent.Continues, held);
                held = isWhole ? [default] : [];
            }
            held.Add(component);
        }
        yield return Entry(0, held);
    }

    private static IEnumerable<LinkComponent> Components(byte[] target)
    {
        int at = 0;
        if (target[0] == '/')
        {
            yield return new(LinkComponent.Top, default);
            at = 1;
            if (target.Length == 1) yield break;
        }
        while (true)
        {
            int slash = Array.IndexOf(target, (byte)'/', at);
            ReadOnlyMemory<byte> name = target.AsMemory(at..(slash < 0 ? target.Length : slash));
            for (; name.Length > LongestName; name = name[LongestName..]) yield return new(LinkComponent.Continues, name[..LongestName]);
            yield return name.Span.SequenceEqual("."u8) ? new(LinkComponent.Current, default)
                : name.Span.SequenceEqual(".."u8) ? new(LinkComponent.Parent, default)
                : new(0, name);
            if (slash < 0) yield break;
            at = slash + 1;
        }
    }

    private static int BytesOf(LinkComponent component) => LinkComponent.Head + component.Name.Length;

    private static byte[] Entry(byte flags, List<LinkComponent> components) =>
        RockRidgeEntries.Entry(RockRidgeSignature.Link, [flags, .. components.SelectMany(component => component.Encode())]);
}
