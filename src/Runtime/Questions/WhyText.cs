using System.Globalization;
using System.Text;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Questions;
using ManifestLinker.Compiler.Resolve;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Linker.Places;
using ManifestLinker.Runtime.Rendering;

namespace ManifestLinker.Runtime.Questions;

/// <summary>The answer about one object for people: a line for each fact, its name in a column of its own.</summary>
internal static class WhyText
{
    private const int Column = 14;

    /// <summary>How many of a long list are shown; mlc rdeps and the JSON form have all.</summary>
    private const int Most = 12;

    /// <summary>The text for <paramref name="answer"/>.</summary>
    public static string Of(WhyAnswer answer)
    {
        var text = new StringBuilder();
        text.Append(VisibleText.Of(answer.Path.Text)).Append('\n');
        foreach ((string fact, string value) in Facts(answer))
            text.Append("  ").Append(fact.PadRight(Column)).Append(VisibleText.Of(value)).Append('\n');
        return text.ToString();
    }

    private static IEnumerable<(string Fact, string Value)> Facts(WhyAnswer answer)
    {
        foreach ((string Fact, string Value) fact in Origins(answer)) yield return fact;
        foreach (string step in answer.Steps) yield return (answer.Provenance is null ? "made by" : "changed by", $"the link: {step}");
        if (answer.Inode is { } inode)
        {
            yield return ("is", string.Create(CultureInfo.InvariantCulture, $"{What(answer, inode)}, mode {new Mode(inode.Permissions)}, uid {inode.Uid}, gid {inode.Gid}{(inode.Kind == FileKind.Regular ? $", {inode.Size} bytes" : "")}"));
        }
        if (answer.Leads is { } walk) yield return ("leads to", Led(walk));
        foreach ((string Fact, string Value) fact in Listed("also called", answer.OtherNames.Select(path => path.Text))) yield return fact;
        foreach ((string Fact, string Value) fact in Listed("linked from", answer.LinksHere.Select(path => path.Text))) yield return fact;
        foreach (ObjectPlace place in answer.Places) yield return ("lies in", Lies(place));
        foreach ((string Fact, string Value) fact in Listed("needs", answer.Needs.Select(EdgeText.Of))) yield return fact;
        IEnumerable<string> users = answer.NeededBy.Select(edge => $"{edge.From.Path} ({(edge.Kind == EdgeKind.Needed ? "" : EdgeText.Word(edge.Kind) + " ")}{edge.Text})");
        foreach ((string Fact, string Value) fact in Listed("needed by", users)) yield return fact;
    }

    private static IEnumerable<(string Fact, string Value)> Origins(WhyAnswer answer)
    {
        if (answer.Provenance is { } from)
        {
            yield return ("delivered by", $"{from.Entry.Origin.Component}, {from.Entry.Origin.FileAndLine}: {from.Entry}");
            foreach (Entry other in from.Others) yield return ("", $"also declared by {other.Origin.Component}, {other.Origin.FileAndLine}: {other}");
            if (from.Source is { } source) yield return ("taken from", $"{source.Directory}: {source.RealPath}");
            foreach (ProtoObject hidden in from.Hidden) yield return ("hides", $"{hidden.Directory}: {hidden.RealPath}");
        }
        else if (answer.Inode is null)
        {
            yield return ("delivered by", "nobody: it is not in the image");
            foreach (ProtoObject there in answer.Undelivered) yield return ("there is", $"{there.Directory}: {there.RealPath}, a {there.KindName}, in no manifest");
        }
    }

    private static string What(WhyAnswer answer, Inode inode) => inode.Kind switch
    {
        FileKind.Directory => "a directory",
        FileKind.SymbolicLink => $"a symbolic link with the text {inode.Target}",
        FileKind.Regular when answer.File?.Elf is { } elf => $"{ElfText.Of(elf)}",
        FileKind.Regular when answer.File?.Shebang is { } shebang => $"a script for {shebang.Interpreter ?? "nothing"}",
        FileKind.Regular => "a file",
        _ => "a special file",
    };

    private static string Led(Walk walk) => walk.End switch
    {
        WalkEnd.Found => walk.Path.IsRoot ? "the top of the image" : walk.Path.Text,
        WalkEnd.Provided => $"{walk.Path}, which the running system provides",
        WalkEnd.Loop => "a loop of links",
        WalkEnd.NotADirectory => $"nothing: {walk.Path} is no directory",
        _ => $"nothing: there is no {walk.Path}",
    };

    private static string Lies(ObjectPlace place)
    {
        IEnumerable<string> runs = place.Runs.Take(Most).Select(run => string.Create(CultureInfo.InvariantCulture, $"{run.Offset}+{run.Length}"));
        string where = place.Runs.Count == 0 ? "" : $", bytes {string.Join(", ", runs)}{(place.Runs.Count > Most ? " and more" : "")}";
        return string.Create(CultureInfo.InvariantCulture, $"{place.FileSystem}: inode {place.Inode}{where}");
    }

    private static IEnumerable<(string Fact, string Value)> Listed(string fact, IEnumerable<string> values)
    {
        string[] all = [.. values];
        for (int i = 0; i < Math.Min(all.Length, Most); i++) yield return (i == 0 ? fact : "", all[i]);
        if (all.Length > Most) yield return ("", string.Create(CultureInfo.InvariantCulture, $"and {all.Length - Most} more"));
    }
}
