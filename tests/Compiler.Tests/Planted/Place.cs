namespace ManifestLinker.Compiler.Tests.Planted;

/// <summary>Where on a line a finding stands: its column, from 1. It is found without the parser, which is on trial.</summary>
internal sealed record Place(Func<string, int> ColumnIn)
{
    public static Place Start { get; } = new(_ => 1);

    public static Place Path { get; } = Word(1);

    public static Place Mode { get; } = Word(2);

    public static Place Owner { get; } = Word(3);

    public static Place Group { get; } = Word(4);

    /// <summary>What follows the first <c>=</c>.</summary>
    public static Place Target { get; } = new(text => text.IndexOf('=', StringComparison.Ordinal) + 2);

    /// <summary>Behind the last character.</summary>
    public static Place End { get; } = new(text => text.Length + 1);

    /// <summary>Where <paramref name="marker"/> stands for the last time.</summary>
    public static Place Of(string marker) => new(text => text.LastIndexOf(marker, StringComparison.Ordinal) + 1);

    /// <summary>The column of a number.</summary>
    public static Place Column(int column) => new(_ => column);

    private static Place Word(int index) => new(text => text.Split(' ').Take(index).Sum(word => word.Length + 1) + 1);
}
