using ManifestLinker.Compiler.Ir;

namespace ManifestLinker.Compiler.Resolve;

/// <summary>The texts that symbolic links should have.</summary>
public static class LinkText
{
    /// <summary>The shortest text that leads from <paramref name="directory"/> to <paramref name="target"/>, where no link is on the way.</summary>
    public static string Between(ImagePath directory, ImagePath target) => Between(directory, Names(target));

    /// <summary>As <see cref="Between(ImagePath, ImagePath)"/>, to what the components <paramref name="to"/> lead to from the root.</summary>
    public static string Between(ImagePath directory, IReadOnlyList<string> to)
    {
        string[] from = Names(directory);
        int shared = from.Zip(to).TakeWhile(pair => pair.First.Equals(pair.Second, StringComparison.Ordinal)).Count();
        string[] parts = [.. Enumerable.Repeat("..", from.Length - shared), .. to.Skip(shared)];
        return parts.Length == 0 ? "." : string.Join('/', parts);
    }

    /// <summary>The text that leads from <paramref name="directory"/> to where the absolute path <paramref name="target"/> leads.</summary>
    public static string Relative(ImagePath directory, string target)
    {
        string[] to = [.. target.Split('/').Where(name => name is not ("" or ".")).SkipWhile(name => name is "..")];
        string text = Between(directory, to);
        // A slash at the end demands a directory; so does what ends in "." or "..".
        bool demands = text[^1] != '.' && (target.EndsWith('/') || target.EndsWith("/.", StringComparison.Ordinal));
        return demands ? text + "/" : text;
    }

    /// <summary>
    /// The relative <paramref name="text"/> without the components that lead nowhere: an empty one, ".", and a directory with ".."
    /// after it. It means the same only where no such directory is a link, as <see cref="Walk.LeavesLink"/> tells.
    /// </summary>
    public static string WithoutDetours(string text)
    {
        var kept = new List<string>();
        foreach (string name in text.Split('/'))
        {
            if (name is "" or ".") continue;
            if (name is ".." && kept is [.., not ".."]) kept.RemoveAt(kept.Count - 1);
            else kept.Add(name);
        }
        return kept.Count == 0 ? "." : string.Join('/', kept);
    }

    private static string[] Names(ImagePath path) => path.IsRoot ? [] : path.Text.Split('/');
}
