namespace ManifestLinker.Compiler.SystemTables;

/// <summary>A line of a table that speaks of a driver, by its name or by an alias of it.</summary>
public sealed record DriverReference(int Line, string Driver);

/// <summary>Reads the tables whose lines begin with a driver.</summary>
public static class DriverReferences
{
    /// <summary>
    /// The drivers in <paramref name="text"/>, which is etc/security/device_policy (<c>loadpolicy()</c> in
    /// <c>usr/src/cmd/devfsadm/devpolicy.c</c>): <c>DRIVER</c> or <c>DRIVER:MINOR</c>, and what it takes to open it. The line of
    /// <c>*</c> speaks of all.
    /// </summary>
    public static SystemTable<DriverReference> ReadPolicy(string text) => Read(text, line => PlainLines.Words(line)[0].Split(':')[0], "*");

    /// <summary>
    /// The drivers in <paramref name="text"/>, which is etc/security/extra_privs (<c>loadprivs()</c> in
    /// <c>usr/src/cmd/devfsadm/devpolicy.c</c>): <c>DRIVER:PRIVILEGE</c>, or a privilege by itself.
    /// </summary>
    public static SystemTable<DriverReference> ReadPrivileges(string text) =>
        Read(text, line => line.Contains(':', StringComparison.Ordinal) ? line.Split(':')[0].Trim() : "", "");

    private static SystemTable<DriverReference> Read(string text, Func<string, string> driver, string none)
    {
        var rows = new List<DriverReference>();
        bool continues = false;
        foreach ((int number, string line) in PlainLines.WithoutComments(text))
        {
            // An end of a line that a backslash stands before is none.
            if (!continues && driver(line) is { Length: > 0 } name && name != none) rows.Add(new DriverReference(number, name));
            continues = line.EndsWith('\\');
        }
        return new(rows, []);
    }
}
