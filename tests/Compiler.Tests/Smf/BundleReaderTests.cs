using System.Text;
using CsCheck;
using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Compiler.Smf;
using ManifestLinker.Compiler.Tests.Fixes;

namespace ManifestLinker.Compiler.Tests.Smf;

public sealed class BundleReaderTests
{
    private const string Head = "<?xml version='1.0'?>\n<!DOCTYPE service_bundle SYSTEM '/usr/share/lib/xml/dtd/service_bundle.dtd.1'>\n";

    private const string Cron = Head + """
        <service_bundle type='manifest' name='SUNWcsr:cron'>
        <service name='system/cron' type='service' version='1'>
        <single_instance/>
        <dependency name='usr' type='service' grouping='require_all' restart_on='none'><service_fmri value='svc:/system/filesystem/local'/></dependency>
        <dependent name='cron_multi-user' grouping='optional_all' restart_on='none'><service_fmri value='svc:/milestone/multi-user'/></dependent>
        <exec_method type='method' name='start' exec='/lib/svc/method/svc-cron' timeout_seconds='60'>
        <method_context><method_credential user='root' group='root' supp_groups='sys'/></method_context></exec_method>
        <instance name='default' enabled='false'/>
        <stability value='Unstable'/>
        <template><common_name><loctext xml:lang='C'>clock daemon</loctext></common_name></template>
        </service></service_bundle>
        """;

    private static readonly Gen<string> Piece = Gen.OneOf(
        "<service_bundle type='manifest' name='a'>", "</service_bundle>", "<service name='a' type='service' version='1'>", "</service>", "<instance name='b' enabled='true'/>",
        "<dependency>", "</dependency>", "<", ">", "&", "&amp;", "&x;", "<!--", "-->", "<![CDATA[", "]]>", "<?x", "?>", "\0", "\ufffe", "é", "'", "\"", " ", "\r\n", "xi:include", "<x:y/>",
        "<!DOCTYPE a [<!ENTITY x 'xx'>]>", "text", Head);

    [Fact]
    public void A_manifest_is_read()
    {
        BundleReading reading = Read(Cron);
        reading.Faults.Should().BeEmpty();
        Service service = reading.Bundle!.Services.Should().ContainSingle().Subject;
        service.Fmri.ToString().Should().Be("svc:/system/cron");
        service.Place.Should().Be(new XmlPlace(4, 1));
        Dependency dependency = service.Dependencies.Should().ContainSingle().Subject;
        (dependency.Name, dependency.Grouping, dependency.Type).Should().Be(("usr", Grouping.RequireAll, "service"));
        dependency.Targets.Should().Equal(new Target("svc:/system/filesystem/local", new XmlPlace(6, 80)));
        service.Dependents.Should().Equal(new Dependent("cron_multi-user", Grouping.OptionalAll, new Target("svc:/milestone/multi-user", new XmlPlace(7, 77))));
        service.Methods.Should().Equal(
            new ExecMethod("start", "/lib/svc/method/svc-cron", new XmlPlace(8, 41), new MethodCredential("root", "root", "sys", new XmlPlace(9, 17))));
        ServiceInstance instance = service.Instances.Should().ContainSingle().Subject;
        (instance.Fmri.ToString(), instance.Place, instance.Enabled).Should().Be(("svc:/system/cron:default", new XmlPlace(10, 1), false));
    }

    [Theory]
    [InlineData("svc:/network/ntp", "svc:/network/ntp")]
    [InlineData("svc:/network/ntp:default", "svc:/network/ntp:default")]
    [InlineData("svc://localhost/network/ntp:default/:properties/general", "svc:/network/ntp:default")]
    [InlineData("svc:network/ntp", "svc:/network/ntp")]
    [InlineData("lrc:/etc/rc2_d/S89PRESERVE", null)]
    [InlineData("svc:/", null)]
    [InlineData("svc://localhost", null)]
    [InlineData("svc:/a:", null)]
    public void A_name_is_taken_apart(string text, string? name) => Fmri.Parse(text)?.ToString().Should().Be(name);

    [Theory]
    [InlineData("", "line 1, column 1: the text ends before its outermost element")]
    [InlineData("no XML", "line 1, column 1: the text is no well-formed XML")]
    [InlineData(Head + "<service_bundle type='manifest' name='a'>\r\n<service>\r\n</servise>", "line 5, column 3: the end of 'servise' stands where 'service', which opens at line 4, column 1, is open")]
    [InlineData(Head + "<service_bundle type='manifest' name='a'>", "line 3, column 42: the text ends while 'service_bundle', which opens at line 3, column 1, is open")]
    [InlineData(Head + "<service_bundle type='manifest' name='a'/>&", "line 3, column 43: the text is no well-formed XML")]
    [InlineData(Head + "<service_bundle type='manifest' name=''/>", "line 3, column 33: the name of the bundle is empty")]
    [InlineData(Head + "<service_bundle type='manifest' name='a'>&x;</service_bundle>", "line 3, column 43: the text is no well-formed XML")]
    [InlineData("<!DOCTYPE service_bundle SYSTEM 'http://example.com/a.dtd'><service_bundle type='manifest' name='a'/>", "line 1, column 60: the document type is 'http://example.com/a.dtd', where '/usr/share/lib/xml/dtd/service_bundle.dtd.1' is wanted")]
    [InlineData("<!-- <!DOCTYPE x> --><service_bundle type='manifest' name='a'/>", "line 1, column 22: there is no document type declaration before the first element")]
    public void What_is_wrong_is_told_with_its_place(string text, string fault)
    {
        XmlFault found = Read(text).Faults.Should().ContainSingle().Subject;
        $"{found.Place}: {found.What}".Should().Be(fault);
    }

    [Fact]
    public void A_bomb_of_entities_does_not_go_off()
    {
        string bomb = "<!DOCTYPE service_bundle SYSTEM '/usr/share/lib/xml/dtd/service_bundle.dtd.1' [<!ENTITY a 'aaaaaaaaaa'>"
            + string.Concat(Enumerable.Range(1, 30).Select(i => $"<!ENTITY a{i} '{string.Concat(Enumerable.Repeat(i == 1 ? "&a;" : $"&a{i - 1};", 10))}'>"))
            + "]><service_bundle type='manifest' name='a'>&a30;</service_bundle>";
        Read(bomb).Bundle.Should().BeNull();
    }

    [Fact]
    public void Depth_size_and_number_are_bounded()
    {
        Read(Head + string.Concat(Enumerable.Repeat("<service_bundle>", 100_000))).Faults.Should().ContainSingle().Which.What.Should().Contain("100 deep");
        Read(Head + "<service_bundle>" + string.Concat(Enumerable.Repeat("<a/>", 500_000)) + "</service_bundle>").Faults.Should().ContainSingle().Which.What.Should().Contain("more than 500000");
        BundleReader.Read(new Endless(), isProfile: false).Faults.Should().ContainSingle().Which.What.Should().Contain("16 MiB");
        Read(Head + $"<service_bundle type='manifest' name='{new string('x', 1_000_000)}'/>").Faults.Should().BeEmpty();
        Read(Head + $"<service_bundle type='{new string('x', 1_000_000)}' name='a'/>").Faults.Should().ContainSingle().Which.What.Length.Should().BeLessThan(400);
        Read(Head + "<service_bundle " + string.Concat(Enumerable.Range(0, 20_000).Select(i => $"a{i}='' ")) + "/>").Faults.Should().HaveCountLessThan(200);
    }

    [Fact]
    public void Any_text_can_be_read() => Piece.Array[0, 30].Select(string.Concat).Sample(text => Check(Encoding.UTF8.GetBytes(text)), iter: ManifestSoup.Iterations(3000));

    [Fact]
    public void Any_bytes_can_be_read() => Gen.Byte.Array[0, 200].Sample(Check, iter: ManifestSoup.Iterations(1000));

    [Fact]
    public void A_damaged_manifest_can_be_read() => Gen.Select(Gen.Int[0, Cron.Length - 1], Gen.Byte, Gen.Int[0, 20]).Sample(
        (at, value, cut) =>
        {
            byte[] bytes = Encoding.UTF8.GetBytes(Cron);
            bytes[at] = value;
            Check([.. bytes[..at], .. bytes[Math.Min(bytes.Length, at + cut)..]]);
            Check(bytes);
        },
        iter: ManifestSoup.Iterations(1000));

    private static BundleReading Read(string text) => BundleReader.Read(new MemoryBytes(Encoding.UTF8.GetBytes(text)), isProfile: false);

    private static void Check(byte[] bytes)
    {
        foreach (bool isProfile in new[] { false, true })
        {
            BundleReading reading = BundleReader.Read(new MemoryBytes(bytes), isProfile);
            (reading.Bundle is not null || reading.Faults.Count > 0).Should().BeTrue();
            foreach (XmlFault fault in reading.Faults)
            {
                fault.What.Should().NotContainAny("\n", "\r", "\0");
                fault.Place.Line.Should().BeGreaterThan(0);
                fault.Place.Column.Should().BeGreaterThan(0);
            }
        }
    }

    private sealed class Endless : ByteSource
    {
        public override long Length => long.MaxValue;

        public override void Read(long offset, Span<byte> destination) => throw new InvalidOperationException("it is not to be read");
    }
}
