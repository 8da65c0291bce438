using System.CommandLine;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Resolve;
using ManifestLinker.Linker.Platform;
using ManifestLinker.Runtime.Invocations;

namespace ManifestLinker.Runtime.Project;

/// <summary>Where the name and the time of the outputs come from: the first of five places that has a stamp.</summary>
internal sealed class StampOptions
{
    /// <summary>The variable that smartos-live's Makefile takes the stamp from.</summary>
    public const string Variable = "BUILDSTAMP";

    private readonly Option<string?> buildstamp = ProjectOptions.Single(
        "--buildstamp", "STAMP", "The name and time of the platform, YYYYMMDDTHHMMSSZ; else $BUILDSTAMP, the workspace's, proto/buildstamp, or now.");

    public void AddTo(Command command) => command.Add(buildstamp);

    /// <summary>The stamp that is given for this run, with the option that gives it, null for <see cref="Variable"/>; null where none is given.</summary>
    public (BuildStamp Stamp, string? Option)? Given(ParseResult options, Invocation invocation)
    {
        if (Parse(options.GetValue(buildstamp), buildstamp.Name) is { } fromOption) return (fromOption, buildstamp.Name);
        return Parse(invocation.Environment(Variable), $"${Variable}") is { } fromVariable ? (fromVariable, null) : null;
    }

    /// <summary>The stamp for what is made of <paramref name="project"/>, with the time that SOURCE_DATE_EPOCH asks for.</summary>
    public BuildStamp Read(ParseResult options, Invocation invocation, LinkProject project)
    {
        BuildStamp stamp = Given(options, invocation)?.Stamp
            ?? Parse(project.Workspace?.Platform.Buildstamp?.Value, "buildstamp in mlc.toml")
            ?? Found(invocation, project)
            ?? BuildStamp.At(invocation.Clock.GetUtcNow());
        return invocation.SourceDate is { } seconds ? stamp.WithTime(seconds) : stamp;
    }

    private static BuildStamp? Parse(string? text, string where)
    {
        if (string.IsNullOrEmpty(text)) return null;
        return BuildStamp.TryParse(text, out BuildStamp stamp)
            ? stamp
            : throw new UsageException($"{where}: '{text}' is no build stamp", "write YYYYMMDDTHHMMSSZ, as date -u +%Y%m%dT%H%M%SZ does; 1970 to 2038");
    }

    // The build keeps its stamp in proto/buildstamp; proto is a search directory, or lies in one.
    private static BuildStamp? Found(Invocation invocation, LinkProject project)
    {
        SearchPath search = project.SearchPath(invocation)!;
        foreach (string path in new[] { "buildstamp", "proto/buildstamp" })
        {
            if (search.ReadText(ImagePath.Parse(path), invocation.Host) is { } file)
                return Parse(file.Text.Split('\n')[0].Trim(), $"{file.From.Directory}/{path}");
        }
        return null;
    }
}
