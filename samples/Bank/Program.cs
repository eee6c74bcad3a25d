using Bank;

return await CommandLine.RunAsync(args, Terminal.Create(Console.Out, Console.Error, Console.IsOutputRedirected));
