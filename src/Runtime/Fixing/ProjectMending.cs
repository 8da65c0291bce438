using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Fixes;
using ManifestLinker.Grammar.Source;
using ManifestLinker.Runtime.Project;
using ManifestLinker.Runtime.Rendering;
using ManifestLinker.Runtime.Workspace;

namespace ManifestLinker.Runtime.Fixing;

/// <summary>The files of a project, mended in memory: its manifests and its workspace file, and no others.</summary>
internal sealed class ProjectMending
{
    private ProjectMending(Mended mended, IReadOnlyList<MendedFile> changed)
    {
        Checked = mended.Last;
        Changed = changed;
        Facts = new FixFacts(mended.Fixed, changed.Count, mended.HeldBack);
    }

    /// <summary>What a check says of the mended texts.</summary>
    public CheckedTexts Checked { get; }

    /// <summary>The files that are to change, in the order of the project.</summary>
    public IReadOnlyList<MendedFile> Changed { get; }

    /// <summary>What was done, in numbers.</summary>
    public FixFacts Facts { get; }

    /// <summary>
    /// Mends <paramref name="project"/>. <paramref name="check"/> checks it with the texts that are in <paramref name="texts"/> then.
    /// </summary>
    /// <exception cref="InvalidDataException">The fixes undo each other.</exception>
    public static ProjectMending Run(LinkProject project, TextStore texts, FixSafety most, Func<CheckedTexts> check)
    {
        string[] paths = [.. project.Manifests.Select(manifest => manifest.Path).Append(project.Workspace?.Source.Name).OfType<string>().Distinct(StringComparer.Ordinal)];
        SourceText[] before = [.. paths.Select(texts.Read)];
        Mended mended = Mender.Mend(before, most, now =>
        {
            foreach ((string path, SourceText text) in paths.Zip(now)) texts.Put(path, text);
            return check();
        });
        if (mended.Unsettled is [_, ..] rules)
        {
            throw new InvalidDataException(
                $"the fixes of {string.Join(", ", rules.Select(rule => rule.Id))} undo each other: after {Mender.MostRounds} rounds there is still something to mend; nothing was written");
        }
        MendedFile[] files = [.. paths.Select((path, i) => new MendedFile(path, before[i], mended.Texts[i]))];
        return new ProjectMending(mended, [.. files.Where(file => !file.Before.Text.Equals(file.After.Text, StringComparison.Ordinal))]);
    }
}

/// <summary>A file, what it says and what it shall say.</summary>
internal sealed record MendedFile(string Path, SourceText Before, SourceText After);
