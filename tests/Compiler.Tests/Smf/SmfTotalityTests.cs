using System.Text;
using CsCheck;
using ManifestLinker.Compiler.Accounts;
using ManifestLinker.Compiler.Audit;
using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Profiles;
using ManifestLinker.Compiler.Rules.Smf;
using ManifestLinker.Compiler.Tests.Fixes;
using ManifestLinker.Compiler.Tree;

namespace ManifestLinker.Compiler.Tests.Smf;

/// <summary>Whatever stands in the manifests and profiles, the rules come to an end, and no two findings have one name.</summary>
public sealed class SmfTotalityTests
{
    private static readonly Gen<string> Name = Gen.OneOf("a", "b", "", "default", "svc:/a", "svc:/b:default", "svc://x/a:b", "file:///a", "file://localhost/etc/a", "/lib/svc/method/a", "\u2028", "root");

    private static readonly Gen<string> Inner = Gen.OneOf(
        Gen.Select(Name, Gen.OneOf("require_all", "require_any", "optional_all", "x"), Gen.OneOf("service", "path"), Name)
            .Select((name, grouping, type, target) => $"<dependency name='{name}' grouping='{grouping}' type='{type}'><service_fmri value='{target}'/><service_fmri value='svc:/a'/></dependency>"),
        Gen.Select(Name, Name).Select((name, target) => $"<dependent name='{name}' grouping='require_all'><service_fmri value='{target}'/></dependent>"),
        Gen.Select(Name, Name).Select((exec, user) => $"<exec_method name='start' exec='{exec}'><method_context><method_credential user='{user}' group='{user}' supp_groups='{user},x'/></method_context></exec_method>"),
        Name.Select(restarter => $"<restarter><service_fmri value='{restarter}'/></restarter>"),
        Gen.Const("<create_default_instance enabled='true'/>"));

    private static readonly Gen<string> Service = Gen.Select(Name, Inner.Array[0, 4], Name, Inner.Array[0, 3], Gen.OneOf("", "<", "</service>", "<x:i/>"))
        .Select((name, inner, instance, within, damage) =>
            $"<service name='{name}'>{string.Concat(inner)}<instance name='{instance}' enabled='true'>{string.Concat(within)}</instance>{damage}</service>");

    private static readonly Gen<string> Bundle = Service.Array[0, 4].Select(services => $"<service_bundle type='manifest' name='x'>{string.Concat(services)}</service_bundle>");

    [Fact]
    public void The_rules_come_to_an_end() => Bundle.Array[3].Sample(Check, iter: ManifestSoup.Iterations(500));

    private static void Check(string[] bundles)
    {
        TreeEntry[] entries =
        [
            .. new[] { "", "etc", "etc/svc", "etc/svc/profile", "lib", "lib/svc", "lib/svc/manifest", "lib/svc/method" }.Select(path => new TreeEntry(ImagePath.Parse(path), NewInode.Directory(0x1ed, 0))),
            File("lib/svc/manifest/a.xml", bundles[0]), File("lib/svc/manifest/b.xml", bundles[1]), File("etc/svc/profile/c.xml", bundles[2]), File("lib/svc/method/a", ""),
        ];
        AuditedImage image = ImageScan.Read(
            new AuditInput { Tree = new FileTree(entries), Profile = SmartOs.Profile, Accounts = AccountTables.Base },
            new AuditSettings(1, CancellationToken.None));
        Finding[] findings = [.. SmfRules.Check(image)];
        findings.Select(finding => finding.Fingerprint).Should().OnlyHaveUniqueItems();
        findings.Select(finding => finding.Message).All(message => message.IndexOfAny(['\n', '\r', '\0']) < 0).Should().BeTrue();
    }

    private static TreeEntry File(string path, string text) => new(ImagePath.Parse(path), NewInode.File(0x124, 0, new MemoryBytes(Encoding.UTF8.GetBytes(text))));
}
