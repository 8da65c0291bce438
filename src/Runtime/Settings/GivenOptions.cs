using System.CommandLine;
using ManifestLinker.Runtime.Commands;
using ManifestLinker.Runtime.Invocations;
using ManifestLinker.Runtime.Project;

namespace ManifestLinker.Runtime.Settings;

/// <summary>The options of the command line that stand in place of keys of the workspace file.</summary>
internal static class GivenOptions
{
    private const int BytesPerKiB = 1024;

    /// <summary>What the options and the environment give; the options are right in themselves.</summary>
    public static GivenSettings Of(ParseResult options, ProjectOptions project, LinkOptions link, IReadOnlyList<string> search, Invocation invocation)
    {
        var given = new GivenSettings();
        if (link.BuildstampGiven(options, invocation) is var (stamp, option))
            given.Replace("platform.buildstamp", new TextSetting(stamp.Text), option is null ? new EnvironmentOrigin(StampOptions.Variable) : new OptionOrigin(option));
        foreach (string define in options.GetValue(project.Define)!)
        {
            string[] pair = define.Split('=', 2);
            given.Replace($"variables.{pair[0]}", new TextSetting(pair[1]), new OptionOrigin("--define"));
        }
        if (search.Count > 0) given.Replace("search.directories", SettingValue.Of(search), new OptionOrigin("--search"));
        if (options.GetValue(project.Passwd) is { } passwd) given.Replace("accounts.passwd", new TextSetting(passwd), new OptionOrigin("--passwd"));
        if (options.GetValue(project.Group) is { } group) given.Replace("accounts.group", new TextSetting(group), new OptionOrigin("--group"));
        foreach ((string fileSystem, long? bytes) in link.SizesGiven(options))
        {
            given.Replace(
                $"filesystem.{fileSystem}.size",
                bytes is { } count ? new NumberSetting(count / BytesPerKiB) : new TextSetting("auto"),
                new OptionOrigin("--size"));
        }
        if (ProjectReader.Selectors(options.GetValue(project.Select)!) is { Count: > 0 } select)
            given.Replace("rules.select", SettingValue.Of(select), new OptionOrigin("--select"));
        if (ProjectReader.Selectors(options.GetValue(project.Ignore)!) is { Count: > 0 } ignore)
            given.Extend("rules.ignore", SettingValue.Of(ignore), new OptionOrigin("--ignore"));
        if (options.GetValue(project.FailOn) is { } level) given.Replace("link.fail-on", new TextSetting(level), new OptionOrigin("--fail-on"));
        return given;
    }
}
