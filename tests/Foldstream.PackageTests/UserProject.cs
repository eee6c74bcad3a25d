namespace Foldstream.PackageTests;

/// <summary>A project as a user has it: a few lines that name the packages, and code.</summary>
internal sealed class UserProject
{
    private readonly string folder;
    private readonly string name;

    private UserProject(string folder, string name)
    {
        this.folder = folder;
        this.name = name;
    }

    /// <summary>Writes a project into a folder of its own below one that several share.</summary>
    public static async Task<UserProject> WriteAsync(string parent, string name, string outputType, string references, string code, string sdk = "Microsoft.NET.Sdk")
    {
        var folder = Directory.CreateDirectory(Path.Combine(parent, name)).FullName;
        await System.IO.File.WriteAllTextAsync(Path.Combine(folder, $"{name}.csproj"), $"""
            <Project Sdk="{sdk}">
              <PropertyGroup>
                <OutputType>{outputType}</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <NuGetAudit>false</NuGetAudit>
              </PropertyGroup>
              <ItemGroup>
                {references}
              </ItemGroup>
            </Project>
            """);
        await System.IO.File.WriteAllTextAsync(Path.Combine(folder, "Code.cs"), code);
        return new UserProject(folder, name);
    }

    /// <summary>A file of the project.</summary>
    public string File(params string[] parts) => Path.Combine([folder, .. parts]);

    /// <summary>The exit code and what the build printed.</summary>
    public Task<(int ExitCode, string Output)> BuildAsync(string target = "Build") =>
        Dotnet.TryAsync(folder, "build", $"-t:{target}", "-nologo", "-nodeReuse:false", "-p:UseSharedCompilation=false");

    /// <summary>Builds it; fails with what was printed when that is an error or a warning.</summary>
    public async Task BuildCleanlyAsync()
    {
        var (exitCode, output) = await BuildAsync();
        Assert.True(exitCode == 0, output);
        Assert.DoesNotContain("warning", output.Replace("0 Warning(s)", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>What the program prints; it is built already.</summary>
    public Task<string> RunAsync() => Dotnet.RunAsync(folder, "run", "--no-build");

    /// <summary>Starts the program, which runs until it is told to end; it is built already.</summary>
    public RunningProgram Start() => new(CommandLine.Start("dotnet", folder, File("bin", "Debug", "net10.0", $"{name}.dll")));
}
