using ManifestLinker.Compiler.Audit;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Scripts;

namespace ManifestLinker.Compiler.Rules.Scripts;

/// <summary>The rules about scripts.</summary>
public static class ScriptRules
{
    /// <summary>The rules, in the order of the ids.</summary>
    public static readonly IReadOnlyList<Rule> All =
    [
        InterpreterNotInPlatform.Rule,
        InterpreterOutside.Rule,
        InterpreterRelative.Rule,
        EnvInterpreter.Rule,
        ShebangMultipleArgs.Rule,
        ShebangTooLong.Rule,
        ShebangCrlf.Rule,
        ShebangNested.Rule,
        SetidScript.Rule,
        ScriptNotExecutable.Rule,
        ExecutableWithoutMagic.Rule,
        WrongInterpreterPath.Rule,
        HardcodedToolPath.Rule,
        PythonNodeVersion.Rule,
    ];

    /// <summary>What they find in <paramref name="image"/>.</summary>
    public static IEnumerable<Finding> Check(AuditedImage image)
    {
        var programs = new DeliveredPrograms(image);
        var interpreters = new InterpreterCheck(image);
        return image.Files.SelectMany(file => file.Shebang is not null ? OfScript(new Script(image, file, programs), interpreters)
            : file.Elf is null && ExecutableWithoutMagic.Check(image, file) is { } finding ? [finding]
            : []);
    }

    private static IEnumerable<Finding> OfScript(Script script, InterpreterCheck interpreters) =>
    [
        .. interpreters.Check(script),
        .. new[]
        {
            SetidScript.Check(script),
            ScriptNotExecutable.Check(script),
            script.Image.Input.Counts(HardcodedToolPath.Rule) ? HardcodedToolPath.Check(script) : null,
        }.OfType<Finding>(),
    ];
}
