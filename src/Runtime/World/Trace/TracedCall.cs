namespace ManifestLinker.Runtime.World.Trace;

/// <summary>A system call as strace tells it: arguments and result as they are spelled there. <see cref="Task"/> is the number of the thread.</summary>
internal sealed record TracedCall(int Task, string Name, IReadOnlyList<string> Arguments, string Result)
{
    /// <summary>Whether it did what was asked: the result is a number that is not negative.</summary>
    public bool Succeeded => Result.Length > 0 && char.IsAsciiDigit(Result[0]);

    /// <summary>The argument at <paramref name="index"/>; empty where there are not so many.</summary>
    public string Argument(int index) => index >= 0 && index < Arguments.Count ? Arguments[index] : "";
}
