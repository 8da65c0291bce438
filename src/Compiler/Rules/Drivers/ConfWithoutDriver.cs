using ManifestLinker.Compiler.Diagnostics;

namespace ManifestLinker.Compiler.Rules.Drivers;

/// <summary>MLC8209: The properties of a driver are delivered, but not the driver.</summary>
public static class ConfWithoutDriver
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC8209",
        Name = "conf-without-driver",
        Severity = Severity.Warning,
        Phase = Phase.Audit,
        Summary = "The properties of a driver are delivered, but not the driver.",
        Explanation =
            "The kernel reads kernel/drv/X.conf for the driver X, and makes the devices that it tells of, such as those of pseudo "
            + "drivers. Without the module nothing can be behind them: the driver was taken away or renamed and its file left.",
        Bad = "f kernel/drv/bl.conf 0644 root sys",
        Good = """
            f kernel/drv/amd64/bl 0755 root sys
            f kernel/drv/bl.conf 0644 root sys
            """,
    };

    /// <summary>Finds the files <c>X.conf</c> of which there is no driver <c>X</c>.</summary>
    internal static IEnumerable<Finding> Check(DriverTables tables) => tables.Modules.Configurations
        .Select(path => (Path: path, Driver: path.Name[..^".conf".Length]))
        .Where(conf => !tables.Modules.Has("drv", conf.Driver))
        .Select(conf => tables.Image.Finding(Rule, conf.Path, $"'{conf.Path}' is of the driver '{conf.Driver}', which is not in the image") with
        {
            Help = "deliver the driver, or do not deliver its properties",
            Detail = [new("driver", conf.Driver)],
        });
}
