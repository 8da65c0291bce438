namespace ManifestLinker.Compiler.Tests.Resolve;

/// <summary>
/// A second way to follow a path, by rewriting the text that is left, as path_resolution(7) puts it; for comparison with the
/// kernel and with the product's own. A tree maps the path of each object to null for a directory, "" for a file, and the text
/// of a link; its top is "".
/// </summary>
internal static class ReferenceWalk
{
    /// <summary>The path that is reached, or the name of the error.</summary>
    public static string Follow(IReadOnlyDictionary<string, string?> tree, string start, string text, int maxLinks)
    {
        string at = text.StartsWith('/') ? "" : start;
        string left = text;
        int links = 0;
        while (left.Length > 0)
        {
            if (tree[at] is not null) return "ENOTDIR";
            int slash = left.IndexOf('/');
            string name = slash < 0 ? left : left[..slash];
            left = slash < 0 ? "" : left[(slash + 1)..];

            // A slash after the last name asks for a directory, as "." would.
            if (slash >= 0 && left.Length == 0) left = ".";
            if (name is "" or ".") continue;
            if (name is "..")
            {
                at = at.Contains('/') ? at[..at.LastIndexOf('/')] : "";
                continue;
            }
            string next = at.Length == 0 ? name : $"{at}/{name}";
            if (!tree.TryGetValue(next, out string? what)) return "ENOENT";
            if (what is null or "")
            {
                at = next;
                continue;
            }
            if (++links > maxLinks) return "ELOOP";
            if (what.StartsWith('/')) at = "";
            left = left.Length == 0 ? what : $"{what}/{left}";
        }
        return "/" + at;
    }
}
