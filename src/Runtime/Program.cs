Console.WriteLine("mlc");
