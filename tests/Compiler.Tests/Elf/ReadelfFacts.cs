using System.Globalization;
using System.Text.RegularExpressions;
using ManifestLinker.Testing;

namespace ManifestLinker.Compiler.Tests.Elf;

/// <summary>What readelf says of an object, in the words of <see cref="ReaderFacts"/>.</summary>
internal static partial class ReadelfFacts
{
    /// <summary>What readelf says of each of <paramref name="files"/>, by their paths.</summary>
    public static Dictionary<string, string[]> Of(params string[] files)
    {
        string output = ForeignTool.Run("readelf", ["-W", "-h", "-l", "-d", "-V", "--dyn-syms", .. files]).Output;
        if (files.Length == 1) return new() { [files[0]] = Facts(output) };
        return output.Split("\nFile: ").Skip(1).Select(text => text.Split('\n', 2)).ToDictionary(parts => parts[0], parts => Facts(parts[1]));
    }

    private static string[] Facts(string output)
    {
        var facts = new List<string>();
        string file = "";

        // Symbols are told before versions.
        HashSet<string> versions = [.. output.Split('\n').Select(line => Defined().Match(line)).Where(match => match.Success).Select(match => match.Groups[1].Value)];
        foreach (string line in output.Split('\n'))
        {
            if (Symbol().Match(line) is { Success: true } symbol) AddSymbol(facts, symbol, versions);
            else if (Header().Match(line) is { Success: true } header) AddHeader(facts, header.Groups[1].Value, header.Groups[2].Value.Trim());
            else if (Load().Match(line) is { Success: true } load)
                facts.Add($"load {Hex(load, 1)} {Hex(load, 2)} {Hex(load, 3)} {Hex(load, 4)} {load.Groups[5].Value.Replace(" ", "", StringComparison.Ordinal)}");
            else if (Interpreter().Match(line) is { Success: true } interpreter) facts.Add($"interp {interpreter.Groups[1].Value}");
            else if (Text().Match(line) is { Success: true } text) facts.Add($"{text.Groups[1].Value.ToLowerInvariant()} {text.Groups[2].Value}");
            else if (FlagLine().Match(line) is { Success: true } flags)
            {
                bool first = flags.Groups[1].Value == "FLAGS";
                facts.AddRange(flags.Groups[2].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                    .Where(name => (first ? ReaderFacts.Flags : ReaderFacts.Flags1).ContainsValue(name)).Select(name => $"{(first ? "flag" : "flag1")} {name}"));
            }
            else if (Defined().Match(line) is { Success: true } defined) facts.Add($"defines {defined.Groups[1].Value}");
            else if (NeededFile().Match(line) is { Success: true } needed) file = needed.Groups[1].Value;
            else if (NeededVersion().Match(line) is { Success: true } version) facts.Add($"needs {file} {version.Groups[1].Value}");
        }
        return [.. facts.Distinct().Order(StringComparer.Ordinal)];
    }

    private static void AddHeader(List<string> facts, string name, string value)
    {
        switch (name)
        {
            case "Class":
                facts.Add($"class {value}");
                break;
            case "Data":
                facts.Add($"big {value.Contains("big", StringComparison.Ordinal)}");
                break;
            case "OS/ABI":
                facts.Add($"osabi {value}");
                break;
            case "Type":
                facts.Add($"type {value.Split(' ')[0]}");
                break;
            case "Machine":
                facts.Add($"machine {(value is "Intel 80386" or "Advanced Micro Devices X86-64" ? value : "other")}");
                break;
            case "Number of section headers":
                facts.Add($"sections {value}");
                break;
        }
    }

    private static void AddSymbol(List<string> facts, Match symbol, HashSet<string> versions)
    {
        (string type, string bind, string scope, string section, string name) =
            (symbol.Groups[1].Value, symbol.Groups[2].Value, symbol.Groups[3].Value, symbol.Groups[4].Value, symbol.Groups[5].Value);
        if (type is "SECTION" or "FILE" || bind == "LOCAL") return;
        string[] parts = name.Split('@', StringSplitOptions.RemoveEmptyEntries);
        if (section == "UND")
        {
            facts.Add($"wants {parts[0]}{(bind == "WEAK" ? " weak" : "")}");
            return;
        }

        // The linker puts the names of versions among the symbols; and a symbol that is copied from a library keeps the version it has there.
        if (scope is not ("DEFAULT" or "PROTECTED") || (section == "ABS" && versions.Contains(parts[0]))) return;
        facts.Add($"exports {parts[0]}{(parts.Length > 1 && versions.Contains(parts[1]) ? "@" + parts[1] : "")}");
    }

    private static string Hex(Match match, int group) => ulong.Parse(match.Groups[group].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture).ToString("x", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\A  (Class|Data|OS/ABI|Type|Machine|Number of section headers):\s+(.*)\z")]
    private static partial Regex Header();

    [GeneratedRegex(@"\A  LOAD\s+0x([0-9a-f]+) 0x([0-9a-f]+) 0x[0-9a-f]+ 0x([0-9a-f]+) 0x([0-9a-f]+) (...) ")]
    private static partial Regex Load();

    [GeneratedRegex(@"\A\s+\[Requesting program interpreter: (.*)\]\z")]
    private static partial Regex Interpreter();

    [GeneratedRegex(@"\A 0x[0-9a-f]+ \((NEEDED|SONAME|RPATH|RUNPATH)\)\s+[^\[]*\[(.*)\]\z")]
    private static partial Regex Text();

    [GeneratedRegex(@"\A 0x[0-9a-f]+ \((FLAGS|FLAGS_1)\)\s+(?:Flags: )?(.*)\z")]
    private static partial Regex FlagLine();

    [GeneratedRegex(@"\A\s+(?:0x)?[0-9a-f]+: Rev: 1  Flags: .*  Index: \d+  Cnt: \d+  Name: (.*)\z")]
    private static partial Regex Defined();

    [GeneratedRegex(@"\A\s+(?:0x)?[0-9a-f]+: Version: 1  File: (.*)  Cnt: \d+\z")]
    private static partial Regex NeededFile();

    [GeneratedRegex(@"\A\s+(?:0x)?[0-9a-f]+:\s+Name: (.*)  Flags: .*  Version: \d+\z")]
    private static partial Regex NeededVersion();

    [GeneratedRegex(@"\A\s*\d+: [0-9a-f]+\s+\S+ (\S+)\s+(\S+)\s+(\S+)\s+(?:\[.*\]\s+)?(\S+) ([^ ]+)(?: \(\d+\))?\z")]
    private static partial Regex Symbol();
}
