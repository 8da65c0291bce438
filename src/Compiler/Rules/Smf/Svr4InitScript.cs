using ManifestLinker.Compiler.Audit;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Resolve;
using ManifestLinker.Compiler.Tree;

namespace ManifestLinker.Compiler.Rules.Smf;

/// <summary>MLC8109: A service is started by an init script of System V instead of the service management facility.</summary>
public static class Svr4InitScript
{
    private static readonly ImagePath Etc = ImagePath.Parse("etc");
    private static readonly ImagePath Scripts = ImagePath.Parse("etc/init.d");

    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC8109",
        Name = "svr4-init-script",
        Severity = Severity.Warning,
        Phase = Phase.Audit,
        Summary = "A service is started by an init script of System V instead of the service management facility.",
        Explanation =
            "The scripts S* and K* of /etc/rc?.d are run by the milestones for the sake of old software: one after the other, at the very end, with "
            + "nobody to restart what they start, and svcs shows them as legacy_run at best. Scripts of /etc/init.d that no such directory has a name "
            + "of are run by nobody.",
        Bad = "f etc/rc3.d/S90cache 0744 root sys",
        Good = "f lib/svc/manifest/site/cache.xml 0444 root sys",
    };

    /// <summary>The scripts of <paramref name="image"/>, each told once however many names it has.</summary>
    public static IEnumerable<Finding> Check(AuditedImage image)
    {
        var links = new List<(ImagePath Link, ImagePath Leads)>();
        foreach (TreeEntry directory in image.Tree.Children(Etc).Where(entry => IsRunDirectory(entry.Path.Name)))
        {
            foreach (TreeEntry entry in image.Tree.Children(directory.Path).Where(entry => IsRun(entry.Path.Name)))
            {
                Walk walk = image.Follow(directory.Path, entry.Path.Name);
                if (walk is { End: WalkEnd.Found, IsDirectory: false }) links.Add((entry.Path, walk.Path));
            }
        }
        ILookup<AuditedFile?, ImagePath> run = links.ToLookup(link => image.FileAt(link.Leads), link => link.Link);
        foreach (IGrouping<AuditedFile?, ImagePath> script in run.OrderBy(script => script.Min()))
        {
            if (script.Key is not null) yield return Run(image, [.. script.Order()]);
        }
        var names = links.Select(link => link.Link.Name[3..]).ToHashSet(StringComparer.Ordinal);
        foreach (TreeEntry entry in image.Tree.Children(Scripts))
        {
            if (image.FileAt(entry.Path) is { IsExecutable: true } file && !run.Contains(file) && !names.Contains(entry.Path.Name))
                yield return NotRun(image, entry.Path);
        }
    }

    // As /sbin/rcS, rc0 and so on have it.
    private static bool IsRunDirectory(string name) => name is ['r', 'c', 'S' or (>= '0' and <= '6'), '.', 'd'];

    private static bool IsRun(string name) => name is ['S' or 'K', >= '0' and <= '9', >= '0' and <= '9', ..];

    private static Finding Run(AuditedImage image, IReadOnlyList<ImagePath> names)
    {
        string others = names.Count switch
        {
            1 => "",
            2 => " with one other name",
            _ => $" with {names.Count - 1} other names",
        };
        return image.Finding(Rule, names[0], $"'{names[0]}' is an init script{others}, which a milestone runs outside the service management facility") with
        {
            Help = "deliver a service manifest in its place, or leave the script out",
            Detail = [new("names", string.Join(' ', names.Take(10)))],
        };
    }

    private static Finding NotRun(AuditedImage image, ImagePath path) =>
        image.Finding(Rule, path, $"'{path}' is an init script that no directory etc/rc?.d has a name of, so that no milestone runs it") with
        {
            Help = "deliver a service manifest in its place, or leave the script out",
        };
}
