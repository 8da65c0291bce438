namespace ManifestLinker.Runtime.Init;

/// <summary>The repositories of a checkout under the names that gitstatus.json has for them, in its order.</summary>
internal static class Repositories
{
    public const string Live = "smartos-live";
    public const string Illumos = "illumos-joyent";
    public const string Extra = "illumos-extra";

    /// <summary>The name and the directory of each that is there.</summary>
    public static IReadOnlyList<(string Name, string Directory)> Of(Checkout checkout, IReadOnlyList<string> projects) =>
    [
        (Live, "."),
        .. new[] { (Illumos, "projects/illumos"), (Extra, "projects/illumos-extra") }.Where(repository => checkout.HasDirectory(repository.Item2)),
        .. projects.Where(name => name is not (Live or Illumos or Extra)).Select(name => (name, $"projects/local/{name}")),
    ];

    /// <summary>Notes the projects that configure-projects names and that are not there: lines <c>directory: branch: url</c>, blanks and comments left out.</summary>
    public static void NoteMissing(Checkout checkout)
    {
        if (checkout.Existing("configure-projects", "default.configure-projects") is not [var file, ..]) return;
        int number = 0;
        foreach (string line in checkout.Text(file)!.Text.Split('\n').Select(line => line.Trim()))
        {
            number++;
            if (line.Length == 0 || line[0] == '#') continue;
            string[] fields = [.. line.Split(':', 3).Select(field => field.Trim())];
            if (fields.Length < 2 || fields[0].Length == 0) checkout.Note($"{file}:{number}: no line 'directory: branch: url'; not taken over");
            else if (!checkout.HasDirectory($"projects/{fields[0]}")) checkout.Note($"{file}:{number}: projects/{fields[0]} is not there; run configure, and mlc init again");
        }
    }
}
