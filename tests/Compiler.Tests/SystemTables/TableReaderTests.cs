using System.Text;
using CsCheck;
using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.SystemTables;
using ManifestLinker.Compiler.Tests.Rules.Drivers;

namespace ManifestLinker.Compiler.Tests.SystemTables;

/// <summary>No table makes its reader fail, whatever it holds.</summary>
public sealed class TableReaderTests
{
    private static readonly string[] Paths =
    [
        "etc/driver_aliases", "etc/name_to_major", "etc/name_to_sysnum", "etc/driver_classes", "etc/minor_perm", "etc/path_to_inst", "etc/dacf.conf",
        "etc/iu.ap", "etc/system", "etc/security/device_policy", "etc/security/extra_privs", "etc/passwd", "etc/shadow", "etc/group",
        "etc/nsswitch.conf", "etc/pam.conf", "etc/pam.d/sshd", "kernel/drv/sd.conf",
    ];

    private static readonly Gen<string> Piece = Gen.OneOf(
        "\n", "\n", "\n", " ", " ", "\t", ":", ":", ",", "\"", "\"", "#", "*", "=", "\\", "'", "[", "]", "/", "..", "-", "+", "0", "83", "0666", "16384", "-1", "0x",
        "sd", "ip", "root", "sys", "x", "forceload", "moddir", "auth", "required", "include", "class", "files", "pam_a.so.1", "/$ISA/", "etc/pam.conf", "/etc/../etc",
        "minor_nodetype", "\0", "\r", "\f", "\u00e9", "\ud83d\ude80", "\u0085");

    [Fact]
    public void Tables_of_pieces_give_findings_and_nothing_else() =>
        Gen.Select(Piece.Array[0, 80], Gen.OneOf(Paths)).Array[1, 6].Sample(tables => Check(
            tables.DistinctBy(table => table.Item2).ToDictionary(table => table.Item2, table => Encoding.UTF8.GetBytes(string.Concat(table.Item1)))), iter: 2000);

    [Fact]
    public void Tables_of_any_bytes_give_findings_and_nothing_else() =>
        Gen.Select(Gen.Byte.Array[0, 200], Gen.OneOf(Paths)).Sample(table => Check(new() { [table.Item2] = table.Item1 }), iter: 2000);

    [Fact]
    public void A_table_that_is_one_long_line_is_read_in_no_time()
    {
        foreach (string unit in new[] { "a", "[]", "\"", "a,", "a ", "a:", "/", "\\", "a=", "1", "-", "a:a,", "passwd: [a]" })
        {
            byte[] bytes = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(unit, 100_000 / unit.Length)));
            Check(Paths.ToDictionary(path => path, _ => bytes));
        }
    }

    [Fact]
    public void What_is_larger_than_a_table_is_not_read()
    {
        TableText.Of(new MemoryBytes(new byte[TableText.MostBytes + 1])).Should().BeNull();
        byte[] lines = new byte[TableText.MostLines + 1];
        lines.AsSpan().Fill((byte)'\n');
        TableText.Of(new MemoryBytes(lines)).Should().BeNull();
        TableText.Of(new MemoryBytes(lines.AsMemory(1))).Should().HaveLength(TableText.MostLines);
        TableImage.Findings(("etc/name_to_major", new string('\n', TableText.MostLines + 1))).Should().ContainSingle()
            .Which.Message.Should().Be("'etc/name_to_major' has more than 100000 lines or 16 MiB and was not read, on line 1");
    }

    private static void Check(Dictionary<string, byte[]> tables)
    {
        IReadOnlyList<Finding> findings = TableImage.Judged(TableImage.Of(tables));
        findings.Select(finding => finding.Fingerprint).Should().OnlyHaveUniqueItems();
        foreach (Finding finding in findings)
        {
            finding.Message.Any(char.IsControl).Should().BeFalse(finding.Message);
            finding.Message.Length.Should().BeLessThan(1000);
        }
    }
}
