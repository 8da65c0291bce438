using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Rules.Differences;
using ManifestLinker.Compiler.Tree;

namespace ManifestLinker.Linker.Compare;

/// <summary>What the rules say of a difference.</summary>
public sealed class DifferenceFindings
{
    private readonly TreeDifference difference;
    private readonly JudgedDifference judged;
    private readonly LibraryNames names;

    private DifferenceFindings(TreeDifference difference, JudgedDifference judged)
    {
        this.difference = difference;
        this.judged = judged;
        names = new LibraryNames(difference.New);
    }

    /// <summary>The findings about <paramref name="difference"/>, object by object, and then about the whole.</summary>
    public static IEnumerable<Finding> Of(TreeDifference difference, JudgedDifference judged)
    {
        var findings = new DifferenceFindings(difference, judged);
        return difference.Changes.SelectMany(findings.Of).Concat(findings.OfAll());
    }

    private IEnumerable<Finding> OfAll()
    {
        if (difference.Changes.Count(change => change.IsTimeAlone) is > 0 and int times) yield return SemanticNoise.Times(times);
        if (judged.MostImageGrowth.IsExceeded(difference.OldBytes, difference.NewBytes))
            yield return SizeRegression.Image(difference.OldBytes, difference.NewBytes, judged.MostImageGrowth.ToString());
    }

    private IEnumerable<Finding> Of(ObjectChange change)
    {
        if (change.IsRemoved) return OfRemoved(change);
        if (change.IsAdded) return OfAdded(change);
        return SetidFindings.Of(change, SubjectOf(change)).Concat(OfAttributes(change)).Concat(OfContent(change));
    }

    // A directory that goes, or comes, with files in it is told by them.
    private IEnumerable<Finding> OfRemoved(ObjectChange change)
    {
        if (change.Kind == FileKind.Directory && difference.Old.Children(change.Path).Count > 0) yield break;
        yield return FileRemoved.At(SubjectOf(change), change.Moved?.Text, LostName(change));
    }

    // The name that programs ask for is that of the file, or that of a link to it.
    private string? LostName(ObjectChange change)
    {
        if (LibraryNames.At(difference.Old, change.Path) is not { } library || LibraryNames.Of(library) is not { } name) return null;
        bool speaks = change.Kind == FileKind.Regular || name.Equals(change.Path.Name, StringComparison.Ordinal);
        return speaks && !names.Has(name, library) ? name : null;
    }

    private IEnumerable<Finding> OfAdded(ObjectChange change)
    {
        foreach (Finding setid in SetidFindings.Of(change, SubjectOf(change))) yield return setid;
        if (change.Kind == FileKind.Directory && difference.New.Children(change.Path).Count > 0) yield break;
        yield return FileAdded.At(SubjectOf(change), change.Moved?.Text);
    }

    private IEnumerable<Finding> OfAttributes(ObjectChange change)
    {
        Subject subject = SubjectOf(change);
        var plain = new List<(string, string, string)>();
        foreach (AttributeChange attribute in change.Attributes)
        {
            switch (attribute.Attribute)
            {
                case ObjectTrait.Type:
                    yield return TypeChange.Type(subject, attribute.Old);
                    break;
                case ObjectTrait.Device:
                    yield return TypeChange.Device(subject, attribute.Old, attribute.New);
                    break;
                case ObjectTrait.Target:
                    FileKind? before = LinkMeaning.KindOf(difference.Old, change.Path, attribute.Old);
                    bool isAlike = before is not null && before == LinkMeaning.KindOf(difference.New, change.Path, attribute.New);
                    yield return TypeChange.Target(subject, attribute.Old, attribute.New, isAlike);
                    break;
                case ObjectTrait.Spelling:
                    yield return SemanticNoise.At(subject, $"its target is spelled '{attribute.New}', and was spelled '{attribute.Old}'");
                    break;
                case ObjectTrait.Names:
                    yield return OwnerModeChange.Names(subject, Other(attribute.Old, change), Other(attribute.New, change));
                    break;
                case ObjectTrait.Mode or ObjectTrait.Owner or ObjectTrait.Group when !SetidFindings.Speaks(change):
                    plain.Add((AttributeNames.Of(attribute.Attribute), attribute.Old, attribute.New));
                    break;
            }
        }
        if (plain.Count > 0) yield return OwnerModeChange.At(subject, plain);
    }

    private static string? Other(string first, ObjectChange change) => first.Equals(change.Path.Text, StringComparison.Ordinal) ? null : first;

    private IEnumerable<Finding> OfContent(ObjectChange change)
    {
        if (change.Content is not { } content) yield break;
        Subject subject = SubjectOf(change);
        if (content.Nature != ContentNature.Different)
        {
            yield return SemanticNoise.At(subject, $"it differs in {content.What}");
            yield break;
        }
        if (judged.MostFileGrowth.IsExceeded(change.Old!.Size, change.New!.Size))
            yield return SizeRegression.File(subject, change.Old.Size, change.New.Size, judged.MostFileGrowth.ToString());
        if (judged.Profile.IsConfiguration(change.Path) && new Mode(change.New.Permissions).HasAny(OwnerMayWrite))
            yield return ConfigChange.At(subject);
        if (content.Elf is not { } elf) yield break;
        foreach (Finding finding in ElfFindings.Of(elf, subject)) yield return finding;
    }

    private const int OwnerMayWrite = 0b010_000_000;

    private Subject SubjectOf(ObjectChange change) => new(change.Path.Text, KindName.Plain(change.Kind), judged.ComponentOf(change.Path));
}
