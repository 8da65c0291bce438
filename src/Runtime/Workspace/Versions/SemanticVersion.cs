using System.Globalization;

namespace ManifestLinker.Runtime.Workspace.Versions;

/// <summary>A version as semver.org 2.0.0 has it, without build metadata: <c>1.2.3</c>, <c>1.2.3-rc.1</c>.</summary>
/// <param name="Core">The numbers, major first; those that are left out are 0.</param>
/// <param name="Label">The identifiers of a pre-release, which comes before the version; empty for a release.</param>
internal sealed record SemanticVersion(IReadOnlyList<int> Core, IReadOnlyList<string> Label)
{
    private const int MaxNumbers = 3;

    /// <summary>How many numbers were written.</summary>
    public int NumbersGiven { get; private init; } = MaxNumbers;

    /// <summary>Reads one to three numbers with dots between them, and a label behind <c>-</c>; build metadata behind <c>+</c> does not count.</summary>
    public static SemanticVersion? Parse(string text)
    {
        string[] versionAndBuild = text.Split('+', 2);
        string[] coreAndLabel = versionAndBuild[0].Split('-', 2);
        string[] label = coreAndLabel is [_, var after] ? after.Split('.') : [];
        string[] numbers = coreAndLabel[0].Split('.');
        if (numbers.Length > MaxNumbers || Array.Exists(label, part => !IsIdentifier(part) || (IsNumber(part) && HasLeadingZero(part)))) return null;
        if (versionAndBuild is [_, var build] && Array.Exists(build.Split('.'), part => !IsIdentifier(part))) return null;
        int[] core = new int[MaxNumbers];
        for (int index = 0; index < numbers.Length; index++)
        {
            if (HasLeadingZero(numbers[index])) return null;
            if (!int.TryParse(numbers[index], NumberStyles.None, CultureInfo.InvariantCulture, out core[index])) return null;
        }
        return new SemanticVersion(core, label) { NumbersGiven = numbers.Length };
    }

    /// <inheritdoc/>
    public override string ToString() => string.Join('.', Core) + (Label.Count > 0 ? $"-{string.Join('.', Label)}" : "");

    /// <summary>The order of precedence: negative where this version comes before <paramref name="other"/>, 0 where they are the same.</summary>
    public int OrderTo(SemanticVersion other)
    {
        for (int index = 0; index < MaxNumbers; index++)
        {
            int order = Core[index].CompareTo(other.Core[index]);
            if (order != 0) return order;
        }
        if (Label.Count == 0 || other.Label.Count == 0) return (Label.Count == 0 ? 1 : 0) - (other.Label.Count == 0 ? 1 : 0);
        for (int index = 0; index < Math.Min(Label.Count, other.Label.Count); index++)
        {
            int order = CompareIdentifiers(Label[index], other.Label[index]);
            if (order != 0) return order;
        }
        return Label.Count.CompareTo(other.Label.Count);
    }

    // Numbers come before words; numbers of any length compare by value.
    private static int CompareIdentifiers(string x, string y)
    {
        bool xIsNumber = IsNumber(x), yIsNumber = IsNumber(y);
        if (xIsNumber != yIsNumber) return xIsNumber ? -1 : 1;
        if (xIsNumber && x.Length != y.Length) return x.Length.CompareTo(y.Length);
        return string.CompareOrdinal(x, y);
    }

    private static bool IsIdentifier(string part) =>
        part.Length > 0 && part.All(unit => char.IsAsciiLetterOrDigit(unit) || unit == '-');

    private static bool IsNumber(string part) => part.All(char.IsAsciiDigit);

    private static bool HasLeadingZero(string number) => number is ['0', _, ..];
}
