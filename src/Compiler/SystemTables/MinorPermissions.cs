using System.Buffers;

namespace ManifestLinker.Compiler.SystemTables;

/// <summary>A line of etc/minor_perm: the device nodes of a driver, and the mode, owner and group that they get.</summary>
public sealed record MinorPerm(int Line, string Driver, string Minor, int Mode, string Owner, string Group);

/// <summary>
/// Reads etc/minor_perm as devfsadm and add_drv do (<c>i_devfs_read_minor_perm()</c> in <c>usr/src/lib/libdevinfo/devinfo_devperm.c</c>):
/// <c>DRIVER:MINOR MODE OWNER GROUP</c>, with tokens that end at a blank and at <c>: = &amp; | ;</c>. What that reader passes over in
/// silence (a mode that is no number, a field too many) is a problem here.
/// </summary>
public static class MinorPermissions
{
    // MAX_MINOR_PERM_LINE, of which the end of the line and a NUL are two.
    private const int LongestLine = 254;

    private static readonly SearchValues<char> NotInNames = SearchValues.Create(" \t=&|;");

    /// <summary>The table in <paramref name="text"/>.</summary>
    public static SystemTable<MinorPerm> Read(string text)
    {
        var rows = new List<MinorPerm>();
        var problems = new List<TableProblem>();
        foreach ((int number, string line) in PlainLines.WithoutComments(text))
        {
            string? what = Problem(line, out MinorPerm? row);
            if (what is not null) problems.Add(new TableProblem(number, what, string.Join(' ', PlainLines.Words(line).Take(5))));
            else rows.Add(row! with { Line = number });
        }
        return new(rows, problems);
    }

    private static string? Problem(string line, out MinorPerm? row)
    {
        row = null;
        if (line.Length > LongestLine) return $"has {line.Length} characters, of which devfsadm reads {LongestLine}";
        int colon = line.IndexOf(':');
        string driver = colon < 0 ? "" : line[..colon].Trim(' ', '\t');
        string[] rest = colon < 0 ? [] : PlainLines.Words(line[(colon + 1)..]);
        if (driver.Length == 0 || driver.AsSpan().IndexOfAny(NotInNames) >= 0) return "does not begin with a driver, a colon and a minor name";
        if (rest.Length != 4) return $"has {rest.Length + 1} fields, not driver, minor name, mode, owner and group";
        if (rest.Any(word => word.AsSpan().IndexOfAny(":=&|;") is >= 0)) return "has one of the characters ':=&|;' inside a field";
        if (rest[1][0] != '0' || KernelNumber.Parse(rest[1]) is not <= 0b111_111_111_111)
            return $"has the mode '{rest[1]}', which is no octal number with a leading 0 up to 07777";
        row = new MinorPerm(0, driver, rest[0], (int)KernelNumber.Parse(rest[1])!, rest[2], rest[3]);
        return null;
    }
}
