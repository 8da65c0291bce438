using System.Text;
using Xunit.Sdk;

namespace ManifestLinker.Testing;

/// <summary>What a run of a program left behind: its exit status and the bytes of its two streams.</summary>
public sealed record Outcome(Launch Launch, int Status, byte[] Bytes, byte[] ErrorBytes)
{
    /// <summary>Standard output as text.</summary>
    public string Output { get; } = Encoding.UTF8.GetString(Bytes);

    /// <summary>Standard error as text.</summary>
    public string Errors { get; } = Encoding.UTF8.GetString(ErrorBytes);

    /// <summary>Both streams, one after the other.</summary>
    public string Said => Output + Errors;

    /// <summary>The lines of standard output.</summary>
    public string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Demands an exit status; a failed test shows both streams.</summary>
    public Outcome Exits(int status) => Status == status ? this : throw new XunitException(
        $"{Launch.Program} {string.Join(' ', Launch.Arguments)}\nExit status {Status}, not {status}.\n--- standard output\n{Output}\n--- standard error\n{Errors}");

    /// <summary>The exit status and all that was said.</summary>
    public void Deconstruct(out int status, out string said) => (status, said) = (Status, Said);
}
