using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Fixes;
using ManifestLinker.Compiler.Tests.Cases;

namespace ManifestLinker.Compiler.Tests.RunTimeLinker;

public sealed class DeliveringFixTests
{
    [Theory]
    [InlineData("audit/MLC5021-needed-undelivered-but-in-proto/bad", "s usr/lib/amd64/libnghttp2.so.14=libnghttp2.so.14.28.1 f usr/lib/amd64/libxml2.so.2 0755 root bin")]
    [InlineData("audit/incident-23-driver-dependency/bad", "f kernel/drv/amd64/scsi_vhci 0755 root sys")]
    [InlineData("audit/incident-52-link-removed/bad", "s lib/amd64/libz.so=libz.so.1")]
    public void The_lines_of_what_is_missing_are_added_safely(string name, string lines)
    {
        IReadOnlyList<Finding> findings = new AuditCase(name).Findings();
        findings.Should().OnlyContain(finding => finding.Fixes.Count == 1 && finding.Fixes[0].Safety == FixSafety.Safe);
        string.Join(' ', findings.SelectMany(finding => finding.Fixes[0].Edits).Select(edit => edit.Replacement.TrimEnd('\n'))).Should().Be(lines);
    }
}
