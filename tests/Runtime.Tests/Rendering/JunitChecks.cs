using System.Globalization;
using System.Xml.Linq;

namespace ManifestLinker.Runtime.Tests.Rendering;

/// <summary>The rules of the schema that Jenkins publishes for JUnit XML, for the elements that mlc writes, and what it cannot state: counts that agree.</summary>
internal static class JunitChecks
{
    private static readonly Dictionary<string, (string[] Attributes, string[] Required, string[] Children)> Shapes = new(StringComparer.Ordinal)
    {
        ["testsuites"] = (["name", "time", "tests", "failures", "disabled", "errors", "skipped"], [], ["testsuite"]),
        ["testsuite"] = (["name", "tests", "failures", "errors", "time", "disabled", "skipped", "timestamp", "hostname", "id", "package"], ["name", "tests"], ["testcase"]),
        ["testcase"] = (["name", "assertions", "time", "classname", "status"], ["name"], ["skipped", "error", "failure", "system-out", "system-err"]),
        ["failure"] = (["message", "type"], [], []),
        ["skipped"] = (["message"], [], []),
        ["system-out"] = ([], [], []),
    };

    public static void Check(XElement suites)
    {
        Assert.Equal("testsuites", suites.Name.LocalName);
        foreach (XElement element in suites.DescendantsAndSelf())
        {
            (string[] attributes, string[] required, string[] children) = Shapes[element.Name.LocalName];
            Assert.Subset(attributes.ToHashSet(StringComparer.Ordinal), element.Attributes().Select(attribute => attribute.Name.LocalName).ToHashSet(StringComparer.Ordinal));
            Assert.Superset(required.ToHashSet(StringComparer.Ordinal), element.Attributes().Select(attribute => attribute.Name.LocalName).ToHashSet(StringComparer.Ordinal));
            Assert.Subset(children.ToHashSet(StringComparer.Ordinal), element.Elements().Select(child => child.Name.LocalName).ToHashSet(StringComparer.Ordinal));
        }
        foreach (XElement counted in suites.Elements("testsuite").Append(suites))
        {
            Assert.Equal(counted.Descendants("testcase").Count(), Number(counted, "tests"));
            Assert.Equal(counted.Descendants("failure").Count(), Number(counted, "failures"));
            Assert.Equal(counted.Descendants("skipped").Count(), Number(counted, "skipped"));
        }
        // Readers that keep one element of a kind, and one name for each case, lose nothing.
        Assert.All(suites.Descendants("testcase"), test => Assert.True(test.Elements("failure").Count() <= 1));
        Assert.All(suites.Elements("testsuite"), suite => Assert.Distinct(suite.Elements("testcase").Select(test => test.Attribute("name")!.Value)));
    }

    private static int Number(XElement element, string attribute) => int.Parse(element.Attribute(attribute)!.Value, CultureInfo.InvariantCulture);
}
