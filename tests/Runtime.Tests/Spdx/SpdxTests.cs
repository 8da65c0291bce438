using System.Text.Json;
using ManifestLinker.Runtime.Tests.EndToEnd.Platforms;
using ManifestLinker.Runtime.Tests.Git;
using ManifestLinker.Testing;

namespace ManifestLinker.Runtime.Tests.Spdx;

/// <summary>The bill of materials is of SPDX 2.3's form, and says what is in the image.</summary>
public class SpdxTests
{
    private static readonly string Document = $"out/{SmallPlatform.Name}.spdx.json";

    [FactNeeding("python:jsonschema", "git")]
    public void Says_what_is_in_the_image_and_where_it_comes_from()
    {
        using GitWorkTree work = new();
        using TemporaryFolder outside = new();
        SmallPlatform.Write(outside, workspace: SmallPlatform.Workspace.Replace("name = \"base\"", "name = \"base\"\nrepository = \"smartos-live\"", StringComparison.Ordinal) + """

            [[component]]
            name = "illumos extra"
            manifest = "extra"
            repository = "plain"

            [[component]]
            name = "nothing"
            manifest = "empty"

            [[repository]]
            name = "smartos-live"
            directory = "."

            [[repository]]
            name = "plain"
            directory = "overlay"

            """);
        outside.Write("extra", "f etc/extra 0644 root sys\n");
        outside.Write("empty", "");
        outside.Write("overlay/etc/extra", "more\n");
        ForeignTool.RunIn("/", "cp", "-R", outside.Path + "/.", work.Path);
        work.Commit("mlc.toml");
        work.Git("remote", "add", "origin", "git@example.org:TritonDataCenter/smartos-live.git");
        string revision = work.Git("rev-parse", "HEAD").Output.Trim();
        work.Mlc(SmallPlatform.Link()).Run().Exits(0);
        work.Mlc("extract", "out/platform-latest", "-o", "image").Run().Exits(0);

        Valid(work.At(Document));
        string[] packages = Judged(work.At(Document), work.At("image")).Exits(0).Lines;

        packages.Should().Equal(
            $"{SmallPlatform.Name} {SmallPlatform.Stamp} NOASSERTION ./etc/release ./usr/share/smartos/manifest ./var/adm/wtmpx ./var/log/syslog",
            $"base {revision} git+ssh://git@example.org/TritonDataCenter/smartos-live.git@{revision} ./etc/empty ./etc/motd ./etc/shadow ./platform/i86pc/kernel/amd64/unix ./usr/bin/[ ./usr/bin/ls ./usr/bin/su ./usr/bin/test ./usr/lib/libc.so.1",
            "illumos extra - NOASSERTION ./etc/extra",
            "nothing - NOASSERTION");

        work.Write("mlc.toml", File.ReadAllText(work.At("mlc.toml")) + "\n# changed\n");
        work.Mlc(SmallPlatform.Link()).Run().Exits(0);
        Judged(work.At(Document), work.At("image")).Exits(0).Lines[1].Should().StartWith($"base {revision}-dirty git+ssh://");
    }

    [FactNeeding("python:jsonschema")]
    public void The_judges_find_what_is_wrong()
    {
        using TemporaryFolder here = Linked();
        Mlc.Run(here.Path, "extract", "out/platform-latest", "-o", "image").Exits(0);
        Judged(here.At(Document), here.At("image")).Exits(0);
        string right = File.ReadAllText(here.At(Document));

        here.Write("wrong", right.Replace("\"downloadLocation\"", "\"downloadPlace\"", StringComparison.Ordinal));
        new Launch(Python.With("jsonschema")!, [Validator, Schema, here.At("wrong")]).Run().Exits(1);
        File.AppendAllText(here.At("image/etc/motd"), "!");
        Judged(here.At(Document), here.At("image")).Exits(1).Output.Should().Contain("wrong: the checksums of ./etc/motd");
    }

    [Fact]
    public void Two_documents_have_one_name_only_where_they_are_the_same()
    {
        using TemporaryFolder one = Linked(), same = Linked(), other = Linked(proto => proto.Write("proto/etc/shadow", "other"));

        File.ReadAllBytes(same.At(Document)).Should().Equal(File.ReadAllBytes(one.At(Document)));
        string[] names = [.. new[] { one, other }.Select(folder => JsonDocument.Parse(File.ReadAllBytes(folder.At(Document))).RootElement.GetProperty("documentNamespace").GetString()!)];
        names.Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void Who_wants_none_gets_none()
    {
        using TemporaryFolder here = Linked(folder => folder.Write("mlc.toml", SmallPlatform.Workspace + "[link]\nsbom = \"off\"\n"));

        File.Exists(here.At(Document)).Should().BeFalse();
        File.Exists(here.At($"out/{SmallPlatform.Name}.inputs.json")).Should().BeTrue();
    }

    private static string Validator => Path.Combine(Repository.Root, "tests/Runtime.Tests/Rendering/Schemas/validate.py");

    private static string Schema => Path.Combine(Repository.Root, "tests/Runtime.Tests/Spdx/spdx.schema.json");

    private static void Valid(string document) => Python.Run("jsonschema", Validator, Schema, document).Output.Should().Be("1 documents, 0 errors\n");

    private static Outcome Judged(string document, string image) =>
        new Launch(Python.With("jsonschema")!, [Path.Combine(Repository.Root, "tests/Runtime.Tests/Spdx/judge.py"), document, image]).Run();

    private static TemporaryFolder Linked(Action<TemporaryFolder>? change = null)
    {
        TemporaryFolder here = new();
        SmallPlatform.Write(here);
        change?.Invoke(here);
        Mlc.Run(here.Path, SmallPlatform.Link()).Exits(0);
        return here;
    }
}
