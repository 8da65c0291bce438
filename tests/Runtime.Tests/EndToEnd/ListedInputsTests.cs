using System.Security.Cryptography;
using System.Text.Json;
using ManifestLinker.Runtime.Tests.EndToEnd.Platforms;
using ManifestLinker.Testing;

namespace ManifestLinker.Runtime.Tests.EndToEnd;

/// <summary>What PREFIX.inputs.json says is so.</summary>
public class ListedInputsTests(LinkedPlatform linked) : IClassFixture<LinkedPlatform>
{
    private string Name => Path.Combine(linked.Folder, $"out/{SmallPlatform.Name}.inputs.json");

    [Fact]
    public void Names_every_file_that_is_delivered_with_its_source_and_its_digest()
    {
        JsonElement[] objects = [.. Read().GetProperty("objects").EnumerateArray()];

        objects.Select(entry => entry.GetProperty("path").GetString()).Should().Equal(
            SmallPlatform.Manifest.Split('\n').Where(line => line.StartsWith("f ", StringComparison.Ordinal)).Select(line => line.Split(' ')[1]).Order(StringComparer.Ordinal));
        foreach (JsonElement entry in objects)
        {
            byte[] source = File.ReadAllBytes(Path.Combine(linked.Folder, entry.GetProperty("from").GetString()!, entry.GetProperty("path").GetString()!));
            entry.GetProperty("size").GetInt64().Should().Be(source.Length);
            entry.GetProperty("sha256").GetString().Should().Be(Convert.ToHexStringLower(SHA256.HashData(source)));
        }
        objects.Single(entry => entry.GetProperty("path").GetString() == "etc/motd").GetProperty("from").GetString().Should().Be("overlay");
    }

    [Fact]
    public void Names_the_manifests_and_what_the_platform_is()
    {
        JsonElement inputs = Read();

        inputs.GetProperty("schema").GetString().Should().Be("mlc.inputs/1");
        inputs.GetProperty("manifests").GetRawText().Should().Contain("manifest.d/base.manifest")
            .And.Contain(Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(linked.Folder + "/manifest.d/base.manifest"))));
        inputs.GetProperty("search").EnumerateArray().Select(item => item.GetString()).Should().Equal("overlay", "proto");
        (inputs.GetProperty("stamp").GetString(), inputs.GetProperty("time").GetInt64()).Should().Be((SmallPlatform.Stamp, SmallPlatform.Time));
        inputs.GetProperty("sizes").GetProperty("root").GetInt64().Should().Be(new FileInfo(linked.Archive).Length);
    }

    [FactNeeding("python:jsonschema")]
    public void Keeps_to_its_schema()
    {
        using TemporaryFolder here = new();
        ForeignTool.RunIn("/", "cp", "-R", Path.Combine(Repository.Golden, "link/steps/in/."), here.Path);
        Mlc.Run(here.Path, "link", "--root-password", "none", "-o", "one").Exits(0);
        here.Write("skipping.toml", File.ReadAllText(here.At("skipping.toml")) + "\n[variables]\nV = \"1\"\n[[repository]]\nname = \"r\"\ndirectory = \"proto\"\n");
        Mlc.Run(here.Path, "link", "--root-password", "none", "-o", "two", "--workspace", "skipping.toml").Exits(0);
        string other = $"{SmallPlatform.Name}.inputs.json";
        string validator = Path.Combine(Repository.Root, "tests/Runtime.Tests/Rendering/Schemas/validate.py");

        Python.Run("jsonschema", validator, Checkout.At("docs/schema/mlc.inputs-1.schema.json"), Name, here.At("one/" + other), here.At("two/" + other))
            .Output.Should().Be("3 documents, 0 errors\n");
    }

    [Fact]
    public void Has_an_object_on_a_line_and_nothing_of_the_machine()
    {
        string text = File.ReadAllText(Name);

        text.Split('\n').Should().Contain(line => line.StartsWith("    {\"path\":\"etc/motd\",\"from\":\"overlay\",\"size\":23,\"sha256\":\"", StringComparison.Ordinal));
        text.Should().NotContain(linked.Folder).And.NotContain(Environment.MachineName).And.NotContain(Environment.UserName + "@");
        text.Should().EndWith("\n}\n");
    }

    [Fact]
    public void Tells_accounts_variables_and_objects_that_are_reached_through_links()
    {
        using TemporaryFolder here = new();
        SmallPlatform.Write(
            here,
            SmallPlatform.Manifest + "f etc/alias 0644 root sys\nd opt 0755 root sys\nf opt/$WHICH 0644 root sys\n",
            SmallPlatform.Workspace + "[variables]\nWHICH = \"one\"\nELSE = \"two\"\n\n[accounts]\ngroup = \"accounts/group\"\n");
        here.Write("accounts/group", "root::0:\nsys::3:\nbin::2:\n");
        ProtoTree.Build(here.At("proto"), "s etc/alias=motd\nf opt/one 0644 \"1\"\nf etc/passwd 0644 \"root:x:0:0::/:\\n\"");
        Mlc.Run(here.Path, SmallPlatform.Link("out", "--define", "ELSE=three", "--ignore", "MLC3002")).Exits(0);

        string text = File.ReadAllText(here.At($"out/{SmallPlatform.Name}.inputs.json"));

        text.Should().Contain("""    {"path":"etc/alias","from":"proto","at":"etc/motd","size":""");
        text.Should().Contain($$"""
              "accounts": [
                {"path":"proto/etc/passwd","sha256":"{{Sha256(here.At("proto/etc/passwd"))}}"},
                {"path":"accounts/group","sha256":"{{Sha256(here.At("accounts/group"))}}"}
              ],
              "variables": [
                {"name":"ELSE","value":"three"},
                {"name":"WHICH","value":"one"}
              ],
            """);
    }

    private static string Sha256(string file) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)));

    private JsonElement Read() => JsonDocument.Parse(File.ReadAllBytes(Name)).RootElement;
}
