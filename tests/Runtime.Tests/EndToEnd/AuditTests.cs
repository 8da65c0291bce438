using System.Text.Json;
using ManifestLinker.Testing;

namespace ManifestLinker.Runtime.Tests.EndToEnd;

/// <summary>Audits and questions as a user runs them, over real ELF objects.</summary>
[ClassNeeding("gcc")]
public sealed class AuditTests
{
    private static readonly string[] Inputs = ["-m", "platform.manifest", "proto"];

    [FactNeeding]
    public void A_library_that_nobody_delivers_is_told_at_the_program_and_mended()
    {
        using ObjectPlatform platform = new();
        Outcome audit = Mlc.Run(platform.Path, ["audit", .. Inputs, "--format", "concise"]).Exits(1);
        audit.Output.Should().Contain("MLC5021").And.Contain("usr/lib/amd64/libfrob.so.1").And.Contain("platform.manifest:");

        Mlc.Run(platform.Path, ["audit", .. Inputs, "--diff"]).Exits(1).Output.Should().Contain("\n+f usr/lib/amd64/libfrob.so.1 ");
        Mlc.Run(platform.Path, ["audit", .. Inputs, "--fix", "--format", "concise"]).Output.Should().NotContain("MLC5021");
        File.ReadAllText(platform.At("platform.manifest")).Should().Contain("f usr/lib/amd64/libfrob.so.1 ");
    }

    [FactNeeding]
    public void A_cache_changes_nothing_that_is_found()
    {
        using ObjectPlatform platform = new();
        string[] audit = ["audit", .. Inputs, "--format", "json"];
        string without = Mlc.Run(platform.Path, audit).Exits(1).Output;
        for (int i = 0; i < 2; i++) Mlc.Run(platform.Path, [.. audit, "--cache", "kept"]).Exits(1).Output.Should().Be(without);
        foreach (string file in Directory.EnumerateFiles(platform.At("kept"))) File.WriteAllText(file, "no cache\n");
        Mlc.Run(platform.Path, [.. audit, "--cache", "kept"]).Exits(1).Output.Should().Be(without);
    }

    [FactNeeding]
    public void An_unpacked_tree_is_audited_by_itself()
    {
        using ObjectPlatform platform = new();
        File.Delete(platform.At("proto/usr/lib/amd64/libfrob.so.1"));
        JsonElement run = JsonDocument.Parse(Mlc.Run(platform.Path, "audit", "proto", "--format", "json").Exits(1).Bytes).RootElement;
        JsonElement missing = run.GetProperty("diagnostics").EnumerateArray().Single(finding => finding.GetProperty("rule").GetString() == "MLC5020");
        missing.GetProperty("subject").GetProperty("path").GetString().Should().Be("usr/bin/frob");
        Mlc.Run(platform.Path, "audit", "proto", "--fix").Exits(2).Errors.Should().Contain("name the manifests with -m");
        Mlc.Run(platform.Path, "audit", "proto", "proto").Exits(2);
        Mlc.Run(platform.Path, "audit", "absent").Exits(3);
    }

    [FactNeeding]
    public void Questions_are_answered_by_one_resolver()
    {
        using ObjectPlatform platform = new();
        Mlc.Run(platform.Path, "needs", "usr/bin/frobber", "--image", "proto").Exits(0).Output.Should().Be("""
            usr/bin/frobber
              interpreter /usr/bin/frob => usr/bin/frob
                libfrob.so.1 => usr/lib/amd64/libfrob.so.1 (by /usr/lib/64/libfrob.so.1)
                  libc.so.1 => lib/amd64/libc.so.1 (by /lib/64/libc.so.1)
                linker /lib/amd64/ld.so.1 => lib/amd64/ld.so.1

            """);
        Mlc.Run(platform.Path, "rdeps", "libc.so.1", "--all", "--image", "proto").Exits(0).Output
            .Should().Be("1 usr/lib/amd64/libfrob.so.1\n2 usr/bin/frob\n3 usr/bin/frobber\n");
        Mlc.Run(platform.Path, ["needs", "usr/bin/frob", .. Inputs]).Exits(0).Output
            .Should().Contain("libfrob.so.1 => not found\n").And.Contain("tried /usr/lib/64/libfrob.so.1: in the proto area, not delivered\n");

        string why = Mlc.Run(platform.Path, ["why", "usr/bin/frob", .. Inputs]).Exits(0).Output;
        why.Should().Contain("platform.manifest:8: f usr/bin/frob 0555 root bin\n").And.Contain("proto: usr/bin/frob\n")
            .And.Contain("a 64-bit program").And.MatchRegex("needed by +usr/bin/frobber");
        Mlc.Run(platform.Path, ["why", "usr/lib/amd64/libfrob.so.1", .. Inputs]).Exits(1).Output.Should().Contain("in no manifest\n");
        Mlc.Run(platform.Path, ["why", "absent/object", .. Inputs, "--format", "json"]).Exits(1).Output.Should().Contain("\"delivered\": false");
        Mlc.Run(platform.Path, "needs", "nothing-like-it", "--image", "proto").Exits(3);
    }

    [FactNeeding]
    public void The_graph_is_one_that_programs_read()
    {
        using ObjectPlatform platform = new();
        string graph = Mlc.Run(platform.Path, "graph", "--dot", "--from", "usr/bin/frobber", "--image", "proto").Exits(0).Output;
        graph.Should().StartWith("digraph platform {\n").And.EndWith("}\n")
            .And.Contain("  \"usr/bin/frob\" -> \"usr/lib/amd64/libfrob.so.1\";\n").And.Contain("  \"usr/bin/frobber\" -> \"usr/bin/frob\" [style=dotted];\n");
        JsonDocument.Parse(Mlc.Run(platform.Path, "graph", "--json", "--image", "proto").Exits(0).Bytes).RootElement.GetProperty("edges").GetArrayLength().Should().Be(4);
    }
}
