namespace ManifestLinker.Compiler.Accounts;

/// <summary>The users and groups that the image knows.</summary>
public sealed record AccountTables(AccountTable Owners, AccountTable Groups)
{
    /// <summary>
    /// The base accounts of illumos (usr/src/cmd/Adm, 2021), for manifests that are checked without a proto area.
    /// </summary>
    public static AccountTables Base { get; } = new(
        new AccountTable("the base accounts of illumos", Pairs(
            "root 0 daemon 1 bin 2 sys 3 adm 4 uucp 5 nuucp 9 dladm 15 netadm 16 netcfg 17 smmsp 25 listen 37 gdm 50 zfssnap 51 upnp 52 "
            + "xvm 60 mysql 70 lp 71 openldap 75 webservd 80 svctag 95 unknown 96 nobody 60001 noaccess 60002 nobody4 65534")),
        new AccountTable("the base groups of illumos", Pairs(
            "root 0 other 1 bin 2 sys 3 adm 4 uucp 5 mail 6 tty 7 lp 8 nuucp 9 staff 10 daemon 12 sysadmin 14 games 20 smmsp 25 gdm 50 "
            + "upnp 52 xvm 60 netadm 65 mysql 70 openldap 75 webservd 80 slocate 95 unknown 96 nobody 60001 noaccess 60002 nogroup 65534")));

    private static IEnumerable<KeyValuePair<string, uint>> Pairs(string text) => text.Split(' ').Chunk(2)
        .Select(pair => KeyValuePair.Create(pair[0], uint.Parse(pair[1], System.Globalization.CultureInfo.InvariantCulture)));
}
