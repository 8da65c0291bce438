using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Merge;
using ManifestLinker.Compiler.Profiles;
using ManifestLinker.Compiler.Resolve;
using ManifestLinker.Compiler.Rules;
using ManifestLinker.Compiler.Tree;

namespace ManifestLinker.Compiler.Complete;

/// <summary>
/// Compares what search directories have in the complete areas with what the manifests deliver. The areas are walked once, however
/// many there are; nothing outside them is looked at.
/// </summary>
internal sealed class CompletenessCheck(Union union, SearchPath search, Profile profile, LineWriter lines, Predicate<Rule> counts)
{
    // What an exemption has been seen to match: something that is delivered all the same, or something it is needed for.
    private const int Matched = 1;
    private const int Needed = 2;

    private readonly List<(CompleteArea Area, ProtoNode Node)> left = [];
    private readonly Dictionary<Exemption, int> uses = [];

    /// <summary>The findings about <paramref name="areas"/>; what is in <paramref name="told"/> has been said already.</summary>
    public IEnumerable<Finding> Check(IReadOnlyList<CompleteArea> areas, IReadOnlySet<ImagePath> told)
    {
        ProtoWalk walk = ProtoWalk.Below(search, areas.SelectMany(area => area.Tops));
        ImagePath[] unreported = [.. profile.MadeByLink];
        foreach (ProtoNode node in walk.Nodes)
        {
            bool delivered = union.Find(node.Path) is not null;
            if (AreaOf(node.Path, delivered, areas) is { } area && !told.Contains(node.Path) && !unreported.Contains(node.Path)) left.Add((area, node));
        }
        return [
            .. walk.Closed.Select(closed => UnreadableSource.Directory(closed.Path, closed.In.Name)),
            .. Unshipped(),
            .. areas.SelectMany(area => area.Except).Where(exemption => uses.GetValueOrDefault(exemption) != Needed)
                .Select(exemption => StaleException.At(exemption, matched: uses.ContainsKey(exemption))),
        ];
    }

    // The first area that demands it speaks, of those whose rule counts; a question is asked of what is left, and exempt nowhere.
    private CompleteArea? AreaOf(ImagePath path, bool delivered, IReadOnlyList<CompleteArea> areas)
    {
        CompleteArea? speaks = null;
        bool exempt = false;
        foreach (CompleteArea area in areas)
        {
            if ((delivered && area.Except.Count == 0) || !area.Means(path)) continue;
            if (!area.IsDemand && exempt) continue;
            if (IsExempt(path, area, delivered)) exempt = true;
            else if (counts(area.Unshipped)) speaks ??= area;
        }
        return delivered ? null : speaks;
    }

    private bool IsExempt(ImagePath path, CompleteArea area, bool delivered)
    {
        bool exempt = false;
        foreach (Exemption exemption in area.Except)
        {
            if (!exemption.Pattern.Matches(path)) continue;
            exempt = true;
            uses[exemption] = Math.Max(uses.GetValueOrDefault(exemption), delivered ? Matched : Needed);
        }
        return exempt;
    }

    // A directory is wanted for what is to be delivered in it, or for itself where it is empty. Where something below it is declared,
    // that there is no line for it is another rule's finding.
    private IEnumerable<Finding> Unshipped()
    {
        var wanted = new Dictionary<ImagePath, int>();
        foreach ((_, ProtoNode node) in left)
        {
            if (!node.HasChildren) CountAbove(node.Path, wanted);
        }
        var whole = new HashSet<ImagePath>();
        foreach ((CompleteArea area, ProtoNode node) in left)
        {
            if (node.Kind == FileKind.Directory && union.HasAtOrBelow(node.Path)) continue;
            bool isPart = whole.Contains(node.Path.Parent);
            if (!area.IsDemand && node.Kind == FileKind.Directory) whole.Add(node.Path);
            int below = wanted.GetValueOrDefault(node.Path);
            if ((isPart && !area.IsDemand) || (node.HasChildren && below == 0) || search.Find(node.Path) is not { } found) continue;
            yield return MissingLine.At(area, node.Path, found, area.IsDemand ? 0 : below, lines.Write(node.Path, found));
        }
    }

    private static void CountAbove(ImagePath path, Dictionary<ImagePath, int> counts)
    {
        for (ImagePath parent = path.Parent; !parent.IsRoot; parent = parent.Parent)
            counts[parent] = counts.GetValueOrDefault(parent) + 1;
    }
}
