using ManifestLinker.Compiler.Audit;
using ManifestLinker.Compiler.Ir;

namespace ManifestLinker.Compiler.RunTimeLinker;

/// <summary>Looks for one dependency: each of its names in each directory, until an object is found that can be loaded.</summary>
internal sealed class DependencySearch(RunTimeLinkerProfile profile, SearchOrder order, ObjectLookup lookup)
{
    /// <summary>
    /// <paramref name="wanted"/>, with what is loaded for it and where it was looked for in vain. <paramref name="trusts"/> tells what a
    /// process with rights of others takes; null for others.
    /// </summary>
    public Dependency Find(Dependency wanted, IReadOnlyList<LinkedObject> loaders, Predicate<string>? trusts = null)
    {
        var tries = new List<Attempt>();
        foreach (SearchSegment segment in Names(wanted.Text))
        {
            foreach (ExpandedPath name in profile.Values.Expand(segment, wanted.Of.Origin, capabilities: wanted.Filter is not null))
            {
                Dependency? found = name.Path is not { } path ? NotExpanded(segment, tries)
                    : segment.Has(PathToken.Capability) ? null
                    : path.Contains('/') ? ByPath(wanted, name, tries, trusts)
                    : ByName(wanted, path, loaders, tries, trusts);
                if (found is not null) return found with { Attempts = tries };
            }
        }
        return wanted with { Attempts = tries };
    }

    private IEnumerable<SearchSegment> Names(string text)
    {
        if (profile.SplitsNames) return order.Read(text).Segments.Where(segment => !segment.IsEmpty);
        return text.Length == 0 ? [] : [new SearchSegment(0, text, false, profile.Syntax.TokensIn(text))];
    }

    private static Dependency? NotExpanded(SearchSegment segment, List<Attempt> tries)
    {
        tries.Add(new(segment.Text, AttemptOutcome.Unexpanded));
        return null;
    }

    private Dependency? ByPath(Dependency wanted, ExpandedPath name, List<Attempt> tries, Predicate<string>? trusts)
    {
        string path = name.Path!;
        if (trusts is not null && name.HasOrigin && !trusts(path[..path.LastIndexOf('/')]))
        {
            tries.Add(new(path, AttemptOutcome.Untrusted));
            return null;
        }
        return Taken(wanted, lookup.At(path, wanted.Of.Elf), null, tries);
    }

    private Dependency? ByName(Dependency wanted, string name, IReadOnlyList<LinkedObject> loaders, List<Attempt> tries, Predicate<string>? trusts)
    {
        foreach (DirectoryToSearch directory in order.For(wanted.Of, loaders))
        {
            if (directory.Path is not { } path) tries.Add(new(directory.Segment!.Text, AttemptOutcome.Unexpanded));
            else if (trusts is not null && directory.NeedsTrust && !trusts(path)) tries.Add(new($"{path}/{name}", AttemptOutcome.Untrusted));
            else if (Taken(wanted, lookup.InDirectory(path, name, wanted.Of.Elf), directory.Segment, tries) is { } found) return found;
        }
        return null;
    }

    private Dependency? Taken(Dependency wanted, (Attempt Attempt, AuditedFile? File, ImagePath Name) met, SearchSegment? through, List<Attempt> tries)
    {
        if (met.File is not { } file)
        {
            tries.Add(met.Attempt);
            return null;
        }
        ImagePath name = !profile.HasPhysicalOrigin && ImagePath.TryParse(met.Attempt.Path, out ImagePath asFound) ? asFound : met.Name;
        return wanted with { Found = ObjectNames.As(file, name, profile), FoundBy = met.Attempt.Path, Through = through };
    }
}
