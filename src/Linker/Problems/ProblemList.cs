using System.Globalization;

namespace ManifestLinker.Linker.Problems;

/// <summary>Collects problems, up to a number that is still worth reading.</summary>
internal sealed class ProblemList
{
    private const int Most = 1000;

    private readonly List<ImageProblem> found = [];

    public IReadOnlyList<ImageProblem> All => found;

    public void Add(FormattableString what, long? offset = null)
    {
        if (found.Count == Most) return;
        string text = what.ToString(CultureInfo.InvariantCulture);

        // One line, whatever the names in it hold.
        found.Add(new ImageProblem(string.Concat(text.Select(unit => char.IsControl(unit) ? '?' : unit)), offset));
    }

    /// <summary>A number that follows from others and should be <paramref name="expected"/>.</summary>
    public void Expect(string name, long actual, long expected, long offset)
    {
        if (actual != expected) Add($"{name} is {actual}, not {expected}", offset);
    }

    /// <summary>Runs <paramref name="check"/>; what cannot be read ends it with one problem.</summary>
    public static IReadOnlyList<ImageProblem> Of(Action<ProblemList> check)
    {
        var problems = new ProblemList();
        try
        {
            check(problems);
        }
        catch (InvalidDataException e)
        {
            problems.Add($"{e.Message}");
        }
        return problems.All;
    }
}
