using ManifestLinker.Compiler.Audit;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Profiles;
using ManifestLinker.Compiler.Resolve;
using ManifestLinker.Compiler.Rules.Scripts;

namespace ManifestLinker.Compiler.Scripts;

/// <summary>
/// Judges the first line of a script in the order the kernel reads it: whether it has an end, whether it names an interpreter, whether there
/// is one, and what that gets. What is wrong first hides what comes after, because it is one fault to whoever mends it.
/// </summary>
public sealed class InterpreterCheck(AuditedImage image)
{
    private readonly BuildTree builds = new(image.Input.BuildTrees, image.Profile);

    /// <summary>What is wrong with the first line of <paramref name="script"/>.</summary>
    public IEnumerable<Finding> Check(Script script)
    {
        if (script.IsOnlyRead) return [];
        Shebang line = script.Line;
        if (line.EndsInTime && line.Text.EndsWith('\r')) return [ShebangCrlf.At(script)];
        if (!line.EndsInTime) return script.IsStarted ? [ShebangTooLong.At(script)] : [];
        if (line.Interpreter is not ['/', ..]) return script.IsStarted ? [InterpreterRelative.At(script)] : [];
        InterpreterWalk walk = InterpreterWalk.Follow(image, line.Interpreter);
        if (Missing(script, walk) is { } missing) return [missing];
        if (walk.IsProvidedBy(image)) return [];
        if (walk.Name is "env") return ThroughEnv(script);
        return script.IsStarted
            ? new[] { ShebangNested.Check(script, walk), ShebangMultipleArgs.Check(script), WrongInterpreterPath.Check(script, walk) }.OfType<Finding>()
            : [];
    }

    // One that cannot be run is another rule's where it lies in a directory for programs.
    private Finding? Missing(Script script, InterpreterWalk walk)
    {
        if (walk.Obstacle(image) is not { } obstacle) return null;
        if (walk.File is { } there && ScriptNotExecutable.IsSaidOf(image, there)) return null;
        if (walk.File is null && Outside(walk.Text) is { } reason) return InterpreterOutside.At(script, walk.Text, reason);

        // The version is the fault where the way ends at it; what lies elsewhere altogether has no version either.
        bool endsAtVersion = walk.File is null && !walk.ProgramIsLink && VersionedName.IsVersion(walk.End.Path.Name);
        return endsAtVersion && VersionedName.Of(walk.Text) is { } named
            ? PythonNodeVersion.At(script, walk.Text, named)
            : InterpreterNotInPlatform.At(script, walk, obstacle);
    }

    private string? Outside(string text)
    {
        if (builds.Of(text) is { } build) return $"'{Script.Shown(build.Tree)}' is a directory of the build machine";
        if (!ImagePath.TryParse(text, out ImagePath path)) return null;
        if (image.Profile.ForbiddenAt(path) is { } area) return $"nothing can be delivered there, because {area.Reason}";
        return image.Profile.IsOutside(path) ? "that place is left to other software"
            : image.Profile.IsForeign(path) ? "that is where other systems keep programs of their own"
            : null;
    }

    // env knows -i and a variable, and no other option (usr/src/cmd/env/env.c).
    private IEnumerable<Finding> ThroughEnv(Script script)
    {
        string? name = script.Line.Argument;
        bool gets = name is not (null or ['-', ..]) && !name.Contains('=', StringComparison.Ordinal);
        if (!gets)
        {
            if (!script.IsStarted) return [];
            bool isHalf = script.Line.Dropped.Any() || name is ['-', not 'i', ..];
            return [isHalf ? ShebangMultipleArgs.AtEnv(script) : EnvInterpreter.WithoutProgram(script)];
        }
        if (name!.Contains('/', StringComparison.Ordinal))
        {
            if (!name.StartsWith('/')) return script.IsStarted ? [InterpreterRelative.AtEnv(script, name)] : [];
            if (Missing(script, InterpreterWalk.Follow(image, name)) is { } missing) return [missing];
            return Started(script, name);
        }
        if (script.Programs.OnPath(name) is { } found) return Started(script, found.Text);
        return [VersionedName.Of(name) is { } named && script.Programs.Find(name) is null && script.Programs.BrokenOnPath(name) is null
            ? PythonNodeVersion.At(script, name, named)
            : InterpreterNotInPlatform.NotOnPath(script, name)];
    }

    private static IEnumerable<Finding> Started(Script script, string found) => !script.IsStarted ? []
        : ShebangMultipleArgs.CheckEnv(script) is { } args ? [args]
        : [EnvInterpreter.At(script, found)];
}
