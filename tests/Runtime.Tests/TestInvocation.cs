using System.IO.Abstractions;
using ManifestLinker.Compiler.Host;
using ManifestLinker.Runtime.Invocations;

namespace ManifestLinker.Runtime.Tests;

/// <summary>What a command works with in a test: this machine's files and clock, no terminal, and no chance.</summary>
internal static class TestInvocation
{
    /// <summary>With the environment of the tests, and nobody to complain to.</summary>
    public static Invocation Plain { get; } = new()
    {
        Host = new LinuxHost(new FileSystem()),
        Output = Stream.Null,
        Error = TextWriter.Null,
        Environment = Environment.GetEnvironmentVariable,
        Clock = TimeProvider.System,
        Chance = _ => throw new InvalidOperationException("chance was asked"),
        OutputIsTerminal = false,
        ErrorIsTerminal = false,
        Cancel = CancellationToken.None,
    };
}
