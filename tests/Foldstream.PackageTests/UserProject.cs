namespace Foldstream.PackageTests;

/// <summary>A project as a user has it: a few lines that name the packages, and code.</summary>
internal sealed class UserProject
{
    private readonly string folder;

    private UserProject(string folder) => this.folder = folder;

    /// <summary>Writes a project into a folder of its own below one that several share.</summary>
    public static async Task<UserProject> WriteAsync(string parent, string name, string outputType, string references, string code)
    {
        var folder = Directory.CreateDirectory(Path.Combine(parent, name)).FullName;
        await System.IO.File.WriteAllTextAsync(Path.Combine(folder, $"{name}.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
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
        return new UserProject(folder);
    }

    /// <summary>A file of the project.</summary>
    public string File(params string[] parts) => Path.Combine([folder, .. parts]);

    /// <summary>The exit code and what the build printed.</summary>
    public Task<(int ExitCode, string Output)> BuildAsync(string target = "Build") =>
        Dotnet.TryAsync(folder, "build", $"-t:{target}", "-nologo", "-nodeReuse:false", "-p:UseSharedCompilation=false");

    /// <summary>What the program prints; it is built already.</summary>
    public Task<string> RunAsync() => Dotnet.RunAsync(folder, "run", "--no-build");
}
