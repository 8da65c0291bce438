using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Resolve;
using ManifestLinker.Runtime.Steps;

namespace ManifestLinker.Runtime.Workspace;

/// <content><c>[[step]]</c> and <c>[[step.output]]</c>.</content>
internal static partial class WorkspaceReader
{
    private static List<StepSection> Steps(IEnumerable<SectionReader> sections)
    {
        var steps = new List<StepSection>();
        foreach (SectionReader section in sections)
        {
            if (Step(section) is not { } step) continue;
            if (steps.Find(other => other.Name.Value.Equals(step.Name.Value, StringComparison.Ordinal)) is { } before)
                section.Report(step.Name.Location, $"a step '{step.Name.Value}' is there already", "give each step a name of its own", new("first here", before.Name.Location));
            foreach (StepOutputSection output in step.Outputs)
            {
                if (steps.SelectMany(other => other.Outputs).Concat(step.Outputs.TakeWhile(other => other != output)).FirstOrDefault(other => other.Path.Value == output.Path.Value) is { } made)
                    section.Report(output.Path.Location, $"'{output.Path.Value}' is an output already", "let one step make it, and declare it once", new("first here", made.Path.Location));
            }
            steps.Add(step);
        }
        return steps;
    }

    private static StepSection? Step(SectionReader section)
    {
        Placed<string>? name = section.RequiredText("name", "give the step a name; its log has it", about: "The name of the step, which its log and messages have.");
        Placed<string>? called = name is { } text ? section.StepName(text) : null;
        IReadOnlyList<Placed<string>>? command = section.RequiredTexts(
            "command",
            "write the program and its arguments, as command = [\"tools/smf_import\", \"$ROOT\"]",
            about: "The program and its arguments; no shell reads them. $ROOT stands for the folder with the inputs, $OUT for the one that takes the outputs.");
        Placed<PathGlob>[] inputs = [.. (section.Texts("inputs", about: "What the program gets to see of the image: patterns for paths of the image.") ?? []).Select(section.Glob).OfType<Placed<PathGlob>>()];
        Placed<string>[] tools = [.. (section.Texts("tools", about: "The files and directories that the program is made of, at or below the directory of this file.") ?? []).Select(section.PathBelow).OfType<Placed<string>>()];
        Placed<string>? missing = section.Text(
            "when-missing",
            word => section.OneOf(word, "value of 'when-missing'", StepSection.MissingWords),
            about: "What is done where a tool is missing: fail (the default), or skip the step, which is reported.");
        Placed<string>? recorded = section.Text("recorded", about: "A folder, relative to this file, that the outputs are taken from in place of running the program.");
        StepOutputSection?[] outputs = [.. section
            .RequiredTables("output", "declare what it makes: [[step.output]], with path, mode, owner and group", about: "A file that the step makes.")
            .Select(StepOutput)];
        section.RejectTheRest();
        foreach (Placed<string> word in command ?? []) section.CheckPlaceholders(word);
        if (command is [var program, ..]) section.CheckProgram(program, tools);
        return called is { } step && command is not null && outputs.Length > 0 && outputs.All(output => output is not null)
            ? new StepSection(step, command, [.. outputs.OfType<StepOutputSection>()]) { Inputs = inputs, Tools = tools, WhenMissing = missing, Recorded = recorded }
            : null;
    }

    private static StepOutputSection? StepOutput(SectionReader section)
    {
        Placed<string>? path = section.RequiredText("path", "name the file, as path = \"etc/svc/repository.db\"", about: "Its path in the image, and below $OUT.");
        Placed<string>? mode = section.RequiredText("mode", "give its mode in the image, as mode = \"0600\"", about: "Its mode in the image, four octal digits.");
        Placed<string>? owner = section.RequiredText("owner", "give its owner in the image", about: "Its owner in the image.");
        Placed<string>? group = section.RequiredText("group", "give its group in the image", about: "Its group in the image.");
        section.RejectTheRest();
        Placed<ImagePath>? place = path is { } named ? section.ImagePath(named) : null;
        Placed<Mode>? bits = mode is { } digits ? section.Mode(digits) : null;
        Placed<string>? user = owner is { } name ? section.Account(name) : null;
        Placed<string>? team = group is { } other ? section.Account(other) : null;
        return place is { } at && bits is { } of && user is { } by && team is { } with ? new(at, of, by, with) : null;
    }

    extension(SectionReader section)
    {
        // The name is that of a folder and of a log.
        private Placed<string>? StepName(Placed<string> text)
        {
            text.Shape?.BeText("^[A-Za-z0-9_][A-Za-z0-9_.-]*$");
            if (text.Value.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '.' or '-') && text.Value[0] is not ('.' or '-')) return text;
            section.Report(text.Location, $"'{text.Value}' is no name of a step", "use letters, digits, '_', '-' and '.', and begin with a letter or digit");
            return null;
        }

        // The tools are copied to where the program runs, each to the place it is called by.
        private Placed<string>? PathBelow(Placed<string> text)
        {
            string path = text.Value.StartsWith("./", StringComparison.Ordinal) ? text.Value[2..] : text.Value;
            if (path.Length > 0 && Compiler.Ir.ImagePath.IsNormal(path)) return new(path, text.Location) { Shape = text.Shape };
            section.Report(text.Location, $"the tool '{text.Value}' does not lie at or below the directory of this file", "write a relative path without '..', as \"tools/smf_import\"");
            return null;
        }

        private void CheckPlaceholders(Placed<string> word)
        {
            foreach (string name in Placeholders.In(word.Value).Where(name => !Placeholders.All.Contains(name, StringComparer.Ordinal)))
                section.Report(word.Location, $"'${name}' stands for nothing here", "known: $ROOT, $OUT; the program has other values in its environment, and no shell reads the command");
            if (word.Value.Contains("${", StringComparison.Ordinal))
                section.Report(word.Location, "'${' stands for nothing here", "write $ROOT or $OUT without brackets");
        }

        // Only what is declared is copied to where the program runs.
        private void CheckProgram(Placed<string> program, IReadOnlyList<Placed<string>> tools)
        {
            if (!program.Value.Contains('/', StringComparison.Ordinal) || program.Value[0] is '/' or '$') return;
            string path = program.Value.StartsWith("./", StringComparison.Ordinal) ? program.Value[2..] : program.Value;
            if (tools.Any(tool => path.Equals(tool.Value, StringComparison.Ordinal) || path.StartsWith(tool.Value + "/", StringComparison.Ordinal))) return;
            section.Report(program.Location, $"the program '{program.Value}' is none of the tools of the step", $"add it: tools = [\"{path}\"]");
        }
    }
}
