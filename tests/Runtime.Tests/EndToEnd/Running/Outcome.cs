using System.Text;

namespace ManifestLinker.Runtime.Tests.EndToEnd.Running;

/// <summary>What a run of a program left behind: its exit status and the bytes of its two streams.</summary>
internal sealed record Outcome(int Status, byte[] Bytes, byte[] ErrorBytes)
{
    /// <summary>Standard output as text.</summary>
    public string Output { get; } = Encoding.UTF8.GetString(Bytes);

    /// <summary>Standard error as text.</summary>
    public string Errors { get; } = Encoding.UTF8.GetString(ErrorBytes);

    /// <summary>Both streams, for messages of failed tests and for what must be in neither.</summary>
    public string Everything => $"exit status {Status}\n--- standard output\n{Output}\n--- standard error\n{Errors}";

    /// <summary>The lines of standard output.</summary>
    public string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Demands an exit status; a failed test shows both streams.</summary>
    public Outcome Exits(int status)
    {
        if (Status != status) throw new Xunit.Sdk.XunitException($"Exit status {status} was expected.\n{Everything}");
        return this;
    }
}
