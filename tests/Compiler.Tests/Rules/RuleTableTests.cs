using System.Reflection;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Rules;

namespace ManifestLinker.Compiler.Tests.Rules;

public sealed class RuleTableTests
{
    // Ids are a promise: scripts, suppressions and baselines hold them. A change here is a change of the interface.
    private const string Promised = """
        MLC0001 unused-suppression Warning Judgement
        MLC0002 mismatched-suppression Warning Judgement
        MLC0003 suppression-without-reason Warning Judgement
        MLC0004 suppression-expired Warning Judgement
        MLC0005 unknown-rule-in-suppression Warning Judgement
        MLC0006 unsuppressible-suppressed Error Judgement
        MLC0007 stale-baseline Info Judgement
        MLC0008 unknown-config-key Error Configuration
        MLC0009 tool-version-mismatch Error Configuration
        MLC0010 config-syntax Error Configuration
        MLC0011 config-value Error Configuration
        MLC0012 config-extends Error Configuration
        MLC1001 unknown-entry-type Error Syntax
        MLC1002 wrong-field-count Error Syntax
        MLC1003 bad-mode-syntax Error Syntax
        MLC1004 mode-not-four-digits Warning Syntax
        MLC1005 missing-link-separator Error Syntax
        MLC1006 multiple-equals Error Syntax
        MLC1007 absolute-path Error Syntax
        MLC1008 non-normal-path Warning Syntax
        MLC1009 hash-inside-line Warning Syntax
        MLC1010 line-too-long Error Syntax
        MLC1011 no-newline-at-eof Warning Syntax
        MLC1012 crlf Warning Syntax
        MLC1013 non-ascii-or-control-char Warning Syntax
        MLC1014 quoting-hazard-char Warning Syntax
        MLC1015 unexpanded-variable Error Syntax
        MLC1016 merge-conflict-marker Error Syntax
        MLC1017 trailing-whitespace Warning Syntax
        MLC1018 unsorted Warning Syntax
        MLC1019 leading-blank Info Syntax
        MLC1020 path-too-long Error Syntax
        MLC2001 duplicate-identical Warning Semantics
        MLC2002 duplicate-conflict Error Semantics
        MLC2003 type-conflict Error Semantics
        MLC2004 dir-attr-conflict Error Semantics
        MLC2005 redundant-dir Info Semantics
        MLC2006 missing-parent Error Semantics
        MLC2007 parent-not-dir Error Semantics
        MLC2008 unknown-owner Error Semantics
        MLC2009 unknown-group Error Semantics
        MLC2010 case-collision Warning Semantics
        MLC2011 forbidden-path Error Semantics
        MLC2012 junk-file Warning Semantics
        MLC2014 hardlink-target-undeclared Error Semantics
        MLC2015 hardlink-cross-filesystem Error Semantics
        MLC2016 hardlink-to-symlink Warning Semantics
        MLC2018 shadowed-by-mountpoint Warning Semantics
        MLC2020 attr-policy Warning Semantics
        MLC3001 source-not-found Error Resolve
        MLC3002 source-is-symlink Warning Resolve
        MLC3003 source-type-mismatch Error Resolve
        MLC3004 symlink-target-differs Warning Resolve
        MLC3005 hardlink-set-differs Warning Resolve
        MLC3006 shadowed-source Warning Resolve
        MLC3007 mode-differs-from-proto Info Resolve
        MLC3008 unshipped-in-proto Info Resolve
        MLC3009 stale-exception Warning Resolve
        MLC3010 zero-length-source Warning Resolve
        MLC3011 special-file Error Resolve
        MLC3012 unreadable-source Error Resolve
        MLC3013 search-dir-missing Error Resolve
        MLC4001 image-full-blocks Error Layout
        MLC4002 image-full-inodes Error Layout
        MLC4003 root-depends-on-usr Warning Audit
        MLC4004 underfile-missing Error Layout
        MLC4009 duplicate-content Warning Audit
        MLC4011 kernel-missing Error Layout
        MLC4012 reserved-path Error Layout
        MLC4013 not-representable Error Layout
        MLC4014 root-password-not-set Error Layout
        MLC4015 blocked-path Error Layout
        MLC4016 step-skipped Info Layout
        MLC4020 medium-full Error Layout
        MLC4021 medium-not-representable Error Layout
        MLC4022 medium-unbootable Error Layout
        MLC5001 runpath-build-leak Error Audit
        MLC5002 runpath-outside-platform Error Audit
        MLC5003 runpath-relative Error Audit
        MLC5004 runpath-empty-segment Error Audit
        MLC5005 runpath-redundant Warning Audit
        MLC5006 runpath-duplicate Info Audit
        MLC5007 runpath-dir-missing Warning Audit
        MLC5008 runpath-unused Info Audit
        MLC5009 runpath-class-mismatch Error Audit
        MLC5010 runpath-dotdot-absolute Warning Audit
        MLC5011 runpath-writable-dir Error Audit
        MLC5012 origin-in-setid Error Audit
        MLC5013 runpath-gnu-token Error Audit
        MLC5014 runpath-cap-token Error Audit
        MLC5015 rpath-and-runpath-differ Warning Audit
        MLC5016 isalist-in-path Warning Audit
        MLC5017 origin-after-others Warning Audit
        MLC5020 needed-not-in-platform Error Audit
        MLC5021 needed-undelivered-but-in-proto Error Audit
        MLC5022 needed-wrong-class Error Audit
        MLC5023 needed-by-luck Warning Audit
        MLC5024 needed-has-slash Warning Audit
        MLC5025 needed-not-soname Warning Audit
        MLC5026 needed-is-dev-link Warning Audit
        MLC5027 forbidden-dependency Error Audit
        MLC5028 obsolete-filter-dependency Warning Audit
        MLC5029 prefix-shadow Warning Audit
        MLC5031 soname-version-skew Warning Audit
        MLC5040 unresolved-symbol Warning Audit
        MLC5041 version-not-found Error Audit
        MLC5042 private-version-use Warning Audit
        MLC5050 bad-interpreter Error Audit
        MLC5051 wrong-arch Error Audit
        MLC5052 osabi Warning Audit
        MLC5060 textrel Error Audit
        MLC5061 exec-stack Warning Audit
        MLC5062 rwx-segment Warning Audit
        MLC5067 stabs-or-dwarf-present Warning Audit
        MLC5072 build-path-in-binary Info Audit
        MLC5074 soname-missing Warning Audit
        MLC5075 malformed-elf Error Audit
        MLC5076 static-executable Warning Audit
        MLC5077 filter-target-missing Warning Audit
        MLC5078 audit-or-config-tag Warning Audit
        MLC5079 nodeflib-without-runpath Error Audit
        MLC5080 kmod-dep-missing Error Audit
        MLC5081 kmod-runpath Warning Audit
        MLC5083 kmod-wrong-dir Error Audit
        MLC5084 setid-insecure-dependency Error Audit
        MLC5085 isaexec-orphan Error Audit
        MLC6001 interpreter-not-in-platform Error Audit
        MLC6002 interpreter-outside Error Audit
        MLC6003 interpreter-relative Error Audit
        MLC6004 env-interpreter Warning Audit
        MLC6005 shebang-multiple-args Warning Audit
        MLC6006 shebang-too-long Error Audit
        MLC6007 shebang-crlf Error Audit
        MLC6008 shebang-nested Warning Audit
        MLC6009 setid-script Error Audit
        MLC6010 script-not-executable Warning Audit
        MLC6011 executable-without-magic Warning Audit
        MLC6012 wrong-interpreter-path Info Audit
        MLC6014 hardcoded-tool-path Info Audit
        MLC6015 python-node-version Error Audit
        MLC7001 broken-symlink Error Semantics
        MLC7002 symlink-loop Error Semantics
        MLC7003 absolute-symlink Warning Semantics
        MLC7004 symlink-escapes-root Warning Semantics
        MLC7005 symlink-to-build-tree Error Semantics
        MLC7006 symlink-outside-platform Warning Semantics
        MLC7007 symlink-chain Info Semantics
        MLC7008 symlink-nonminimal Info Semantics
        MLC7009 symlink-through-symlink-dir Warning Semantics
        MLC7010 symlink-type-mismatch Warning Semantics
        MLC7011 64-link-missing Warning Semantics
        MLC7012 compilation-link-dangling Warning Semantics
        MLC7101 world-writable Error Semantics
        MLC7102 group-writable Warning Semantics
        MLC7103 setid-not-allowlisted Error Semantics
        MLC7104 setid-writable Warning Semantics
        MLC7106 setid-on-directory Error Semantics
        MLC7107 perm-inversion Warning Semantics
        MLC7108 dir-without-exec Warning Semantics
        MLC7109 unreadable-file Warning Semantics
        MLC7110 exec-bit-on-data Warning Semantics
        MLC7111 bin-not-executable Warning Semantics
        MLC8001 man-page-missing Warning Resolve
        MLC8002 man-page-unshipped Error Resolve
        MLC8003 man-page-whole-section Error Resolve
        MLC8004 man-wrong-section Warning Semantics
        MLC8005 man-mode Warning Semantics
        MLC8006 man-link-broken Warning Resolve
        MLC8010 tz-unshipped Error Resolve
        MLC8011 tz-type Error Resolve
        MLC8012 tz-target Error Resolve
        MLC8013 tz-hardlink Error Resolve
        MLC8020 ucode-unshipped Error Resolve
        MLC8101 smf-xml-invalid Error Audit
        MLC8102 smf-method-missing Error Audit
        MLC8103 smf-method-not-executable Error Audit
        MLC8104 smf-duplicate-fmri Error Audit
        MLC8105 smf-dangling-dependency Warning Audit
        MLC8106 smf-file-dependency Warning Audit
        MLC8107 smf-user-unknown Error Audit
        MLC8108 smf-profile-dangling Warning Audit
        MLC8109 svr4-init-script Warning Audit
        MLC8111 smf-dependency-cycle Warning Audit
        MLC8201 driver-alias-unknown-driver Error Audit
        MLC8202 driver-alias-conflict Error Audit
        MLC8203 driver-alias-duplicate Warning Audit
        MLC8204 driver-alias-syntax Error Audit
        MLC8205 alias-equals-driver-name Warning Audit
        MLC8206 name-to-major-duplicate Error Audit
        MLC8207 driver-without-major Warning Audit
        MLC8209 conf-without-driver Warning Audit
        MLC8211 minor-perm-syntax Error Audit
        MLC8212 driver-classes-unknown Warning Audit
        MLC8213 path-to-inst-shipped-nonempty Warning Audit
        MLC8214 name-to-sysnum Error Audit
        MLC8215 device-policy-references Warning Audit
        MLC8216 etc-system-module-missing Warning Audit
        MLC8217 passwd-group-shadow-consistency Warning Audit
        MLC8218 nsswitch-pam-module-missing Error Audit
        MLC9001 missing Error Verify
        MLC9002 extra Warning Verify
        MLC9003 changed-digest Error Verify
        MLC9004 changed-mode Error Verify
        MLC9005 changed-owner Error Verify
        MLC9006 changed-type Error Verify
        MLC9007 changed-target Error Verify
        MLC9008 changed-nlink Error Verify
        MLC9009 changed-time Error Verify
        MLC9010 stale-manifest Info Verify
        MLC9011 boot-archive-hash Error Verify
        MLC9012 ufs-inconsistent Error Verify
        MLC9013 tarball-member-mismatch Error Verify
        MLC9015 lofi-inconsistent Error Verify
        MLC9016 listing-syntax Error Verify
        MLC9017 underfile-differs Error Verify
        MLC9018 kernel-differs Error Verify
        MLC9019 fat-inconsistent Error Verify
        MLC9020 partitions-inconsistent Error Verify
        MLC9021 iso-inconsistent Error Verify
        MLC9101 file-removed Warning Compare
        MLC9102 file-added Info Compare
        MLC9103 setid-change Error Compare
        MLC9104 owner-mode-change Warning Compare
        MLC9105 type-change Warning Compare
        MLC9106 size-regression Warning Compare
        MLC9107 abi-removed-symbol Error Compare
        MLC9108 needed-change Info Compare
        MLC9109 runpath-change Info Compare
        MLC9110 semantic-noise Info Compare
        MLC9111 config-change Info Compare
        MLC9201 import-syntax Error Import
        MLC9202 import-unsupported Error Import
        MLC9203 import-undefined Error Import
        MLC9204 import-conflict Error Import
        MLC9205 import-choice Info Import
        MLC9206 import-account Warning Import
        """;

    [Fact]
    public void The_rules_are_the_promised_ones_in_the_order_of_their_ids() =>
        string.Join('\n', RuleTable.All.Select(rule => $"{rule.Id} {rule.Name} {rule.Severity} {rule.Phase}"))
            .Should().Be(Promised.ReplaceLineEndings("\n"));

    [Fact]
    public void Ids_and_names_are_unique_sorted_and_well_spelled()
    {
        RuleTable.All.Select(rule => rule.Id).Should().OnlyHaveUniqueItems().And.BeInAscendingOrder(StringComparer.Ordinal);
        RuleTable.All.Select(rule => rule.Name).Should().OnlyHaveUniqueItems();
        RuleTable.All.Should().OnlyContain(rule => System.Text.RegularExpressions.Regex.IsMatch(rule.Id, @"\AMLC\d{4}\z"));
        RuleTable.All.Should().OnlyContain(rule => System.Text.RegularExpressions.Regex.IsMatch(rule.Name, @"\A[a-z0-9]+(-[a-z]+)*\z"));
    }

    [Fact]
    public void Every_class_of_rules_with_a_rule_is_in_the_table()
    {
        IEnumerable<Rule> declared = typeof(RuleTable).Assembly.GetTypes()
            .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static))
            .Where(field => field.FieldType == typeof(Rule))
            .Select(field => (Rule)field.GetValue(null)!);
        declared.Should().BeEquivalentTo(RuleTable.All, options => options.ComparingByValue<Rule>());
    }

    [Fact]
    public void A_class_of_rules_has_the_name_of_its_rule()
    {
        foreach (Type type in typeof(RuleTable).Assembly.GetTypes())
        {
            if (type.GetField("Rule", BindingFlags.Public | BindingFlags.Static)?.GetValue(null) is not Rule rule) continue;
            // No class can begin with a digit.
            type.Name.Should().BeEquivalentTo(rule.Name.Replace("64", "sixty-four").Replace("-", ""));
        }
    }

    [Fact]
    public void Every_rule_explains_itself()
    {
        foreach (Rule rule in RuleTable.All)
        {
            rule.Summary.Should().MatchRegex(@"\A[A-Z0-9'a-z][^\n]*\.\z", rule.Id);
            rule.Explanation.Length.Should().BeGreaterThan(30, rule.Id);
            rule.Bad.Should().NotBeEmpty().And.NotBe(rule.Good, rule.Id);
            rule.Good.Should().NotBeEmpty();
        }
    }

    [Theory]
    [InlineData("MLC2002", "MLC2002")]
    [InlineData("mlc2002", "MLC2002")]
    [InlineData("duplicate-conflict", "MLC2002")]
    [InlineData("Duplicate-Conflict", "MLC2002")]
    [InlineData("MLC200", null)]
    [InlineData("", null)]
    public void A_rule_is_found_by_id_or_name(string text, string? id) => RuleTable.Find(text)?.Id.Should().Be(id);

    [Theory]
    [InlineData("MLC2", 17)]
    [InlineData("MLC", 236)]
    [InlineData("MLC2002", 1)]
    [InlineData("duplicate-conflict", 1)]
    [InlineData("duplicate", 0)]
    [InlineData("ML", 0)]
    [InlineData("", 0)]
    public void A_selector_is_a_name_or_the_beginning_of_an_id(string selector, int count) =>
        RuleTable.All.Count(rule => rule.Matches(selector)).Should().Be(count);
}
